import { deliveryFrom, type Steps } from './attempt.ts'
import type { CodeDelivery } from '#vault/messages.ts'
import { sendVeiled } from './veil.ts'

/** Sends another confirmation code; the one before is void from then on. */
export async function sendConfirmation(
  steps: Steps,
  username: string,
): Promise<CodeDelivery | undefined> {
  const { CodeDeliveryDetails } = await steps.call('ResendConfirmationCode', {
    ClientId: steps.clientId,
    Username: username,
  })
  return deliveryFrom(CodeDeliveryDetails)
}

/** Sends a code to choose a new password with, if there is such an account. */
export function sendResetCode(steps: Steps, username: string): Promise<CodeDelivery | undefined> {
  steps.countSend(username)
  return sendVeiled(username, async () => {
    const { CodeDeliveryDetails } = await steps.call('ForgotPassword', {
      ClientId: steps.clientId,
      Username: username,
    })
    return deliveryFrom(CodeDeliveryDetails)
  })
}
