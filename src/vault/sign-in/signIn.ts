import { codeLength, withDelivery } from './pendingChallenge.ts'
import type { PendingChallenge, PendingChallengeOf, Outcome, FlowDeps } from './pendingChallenge.ts'
import { sendConfirmation } from './sendCodes.ts'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers } from '#vault/protocol/challenges.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { signInBySrp } from './signInBySrp.ts'
import { maskedDelivery } from './concealAccountExistence.ts'
import { forgotPassword } from './sendCodes.ts'

export interface Credentials {
  username: string
  password: string
  rememberMe: boolean
  custom?: boolean
}

/**
 * USER_SRP_AUTH, then PASSWORD_VERIFIER. Cognito says before it looks at the password that an account
 * is unconfirmed or must be reset; both lead on instead of failing.
 */
export async function signIn(flow: FlowDeps, credentials: Credentials): Promise<Outcome> {
  try {
    return await tryPassword(flow, credentials)
  } catch (error) {
    switch (exceptionType(error)) {
      case 'UserNotConfirmedException':
        return { kind: 'challenge', pending: await confirmationFor(flow, credentials) }
      case 'PasswordResetRequiredException':
        return forgotPassword(flow, { ...credentials, required: true })
      default:
        throw error
    }
  }
}

/** Signs in after something that is done and must not be asked again, whatever comes of this. */
export async function signInOrElse(
  flow: FlowDeps,
  credentials: Credentials,
  otherwise: Outcome,
): Promise<Outcome> {
  try {
    return await signIn(flow, credentials)
  } catch (error) {
    if (error instanceof VaultError) return otherwise
    throw error
  }
}

async function tryPassword(flow: FlowDeps, credentials: Credentials): Promise<Outcome> {
  const { username, password, rememberMe, custom } = credentials
  const context = { username, rememberMe, restart: () => signIn(flow, credentials) }
  return signInBySrp(flow, custom ? 'CUSTOM_AUTH' : 'USER_SRP_AUTH', context, password)
}

/** Answers NEW_PASSWORD_REQUIRED. A refused password leaves the session usable for another try. */
export function setNewPassword(
  flow: FlowDeps,
  pending: PendingChallengeOf<'newPassword'>,
  { newPassword, attributes }: Answers['newPassword'],
): Promise<Outcome> {
  const named = Object.entries(attributes).map(
    ([name, value]) => [`userAttributes.${name}`, value] as const,
  )
  // From now on it is another password that begins anew.
  const { username } = pending.challenge
  const restart = () =>
    signIn(flow, { username, password: newPassword, rememberMe: pending.rememberMe })
  const next = { ...pending, restart }
  return respondToChallenge(flow, next, { NEW_PASSWORD: newPassword, ...Object.fromEntries(named) })
}

/** Sends a new confirmation code; a limit on sending does not keep the person from the code they have. */
async function confirmationFor(
  flow: FlowDeps,
  credentials: Credentials,
): Promise<PendingChallenge> {
  const { username, password, rememberMe } = credentials
  const delivery = await sendConfirmation(flow, username).catch((error: unknown) => {
    if (exceptionType(error) === 'LimitExceededException') return maskedDelivery(username)
    throw error
  })
  return {
    rememberMe,
    password,
    challenge: withDelivery({ kind: 'confirmSignUp' as const, username, codeLength }, delivery),
  }
}
