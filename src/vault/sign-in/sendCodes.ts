import type { CodeDelivery } from '#vault/protocol/challenges.ts'
import { sendConcealed } from './concealAccountExistence.ts'
import { codeLength, deliveryFrom, withDelivery, type Outcome } from './pendingChallenge.ts'
import type { SignInDeps } from './signInDeps.ts'

/** Sends another confirmation code (ResendConfirmationCode). The previous code is void from then on. */
export async function sendConfirmation(
  deps: SignInDeps,
  username: string,
): Promise<CodeDelivery | undefined> {
  const { CodeDeliveryDetails } = await deps.call('ResendConfirmationCode', {
    ClientId: deps.clientId,
    Username: username,
  })
  return deliveryFrom(CodeDeliveryDetails)
}

/**
 * Sends a reset code and leads to the challenge `resetPassword`, whether the account exists or not.
 *
 * @param required whether an administrator has reset the password, so that there is no way around it.
 */
export async function forgotPassword(
  deps: SignInDeps,
  { username, required, rememberMe }: { username: string; required: boolean; rememberMe: boolean },
): Promise<Outcome> {
  const delivery = await sendResetCode(deps, username)
  const challenge = { kind: 'resetPassword' as const, username, required, codeLength }
  return {
    kind: 'challenge',
    pending: { rememberMe, challenge: withDelivery(challenge, delivery) },
  }
}

/** Sends a reset code (ForgotPassword) if the account exists, and answers the same if not. */
export function sendResetCode(
  deps: SignInDeps,
  username: string,
): Promise<CodeDelivery | undefined> {
  const send = async () => {
    const { CodeDeliveryDetails } = await deps.call('ForgotPassword', {
      ClientId: deps.clientId,
      Username: username,
    })
    return deliveryFrom(CodeDeliveryDetails)
  }
  return deps.sendLimited(username, () => sendConcealed(username, send))
}
