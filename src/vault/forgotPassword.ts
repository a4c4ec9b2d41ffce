import { codeLength, deliveryFrom, maskedDelivery, withDelivery } from './attempt.ts'
import type { Outcome, Steps } from './attempt.ts'
import { VaultError } from './errors.ts'
import type { AuthErrorCode, CodeDelivery } from './messages.ts'

/** Refusals that would tell a stranger whether there is such an account, and in which state. */
const telling: ReadonlySet<AuthErrorCode> = new Set([
  'incorrectCredentials',
  'noRecoveryAddress',
  'notAllowedNow',
  'userDisabled',
])

export function isTelling(error: unknown): boolean {
  return error instanceof VaultError && telling.has(error.data.code)
}

/** Asks for a code, and leads to the same place whether there is an account or not. */
export async function forgotPassword(
  steps: Steps,
  { username, required, keep }: { username: string; required: boolean; keep: boolean },
): Promise<Outcome> {
  const delivery = await sendResetCode(steps, username)
  const challenge = { kind: 'resetPassword' as const, username, required, codeLength }
  return { to: 'challenge', attempt: { keep, challenge: withDelivery(challenge, delivery) } }
}

export async function sendResetCode(
  steps: Steps,
  username: string,
): Promise<CodeDelivery | undefined> {
  try {
    const { CodeDeliveryDetails } = await steps.call('ForgotPassword', {
      ClientId: steps.clientId,
      Username: username,
    })
    return deliveryFrom(CodeDeliveryDetails)
  } catch (error) {
    if (isTelling(error)) return maskedDelivery(username)
    throw error
  }
}
