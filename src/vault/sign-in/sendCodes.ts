import { deliveryFrom, type FlowDeps } from './pendingChallenge.ts'
import type { CodeDelivery } from '#vault/protocol/messages.ts'
import { sendConcealed } from './concealAccountExistence.ts'

/** Sends another confirmation code; the one before is void from then on. */
export async function sendConfirmation(
  flow: FlowDeps,
  username: string,
): Promise<CodeDelivery | undefined> {
  const { CodeDeliveryDetails } = await flow.call('ResendConfirmationCode', {
    ClientId: flow.clientId,
    Username: username,
  })
  return deliveryFrom(CodeDeliveryDetails)
}

/** Sends a code to choose a new password with, if there is such an account. */
export function sendResetCode(flow: FlowDeps, username: string): Promise<CodeDelivery | undefined> {
  flow.countCode(username)
  return sendConcealed(username, async () => {
    const { CodeDeliveryDetails } = await flow.call('ForgotPassword', {
      ClientId: flow.clientId,
      Username: username,
    })
    return deliveryFrom(CodeDeliveryDetails)
  })
}
