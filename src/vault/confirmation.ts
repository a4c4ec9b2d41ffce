import { deliveryFrom, maskedDelivery, type Steps } from './attempt.ts'
import { VaultError } from './errors.ts'
import type { AuthErrorCode, CodeDelivery } from './messages.ts'

/** Sends another confirmation code; the one before is void from then on. */
export async function resendConfirmation(
  steps: Steps,
  username: string,
): Promise<CodeDelivery | undefined> {
  const { CodeDeliveryDetails } = await steps.call('ResendConfirmationCode', {
    ClientId: steps.clientId,
    Username: username,
  })
  return deliveryFrom(CodeDeliveryDetails)
}

/** Says nothing about the account. Every other refusal would tell a stranger that there is one. */
const sayNothing: ReadonlySet<AuthErrorCode> = new Set([
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
])

/** Sends another code where the account waits for one; answers alike where it does not. */
export async function resendVeiled(
  steps: Steps,
  username: string,
): Promise<CodeDelivery | undefined> {
  try {
    return await resendConfirmation(steps, username)
  } catch (error) {
    if (error instanceof VaultError && !sayNothing.has(error.data.code)) {
      return maskedDelivery(username)
    }
    throw error
  }
}
