import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers } from '#vault/protocol/challenges.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import { maskedDelivery, tryConcealed } from './concealAccountExistence.ts'
import { codeLength, withDelivery } from './pendingChallenge.ts'
import type { Outcome, PendingChallenge, PendingChallengeOf } from './pendingChallenge.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { forgotPassword, sendConfirmation } from './sendCodes.ts'
import { signInBySrp } from './signInBySrp.ts'
import type { SignInDeps } from './signInDeps.ts'

type Credentials = SignInCommands['signIn']['input']

/**
 * Signs in with a password (USER_SRP_AUTH, or CUSTOM_AUTH with `custom`). For an account that is unconfirmed,
 * or whose password must be reset, leads to that step: Cognito says so before it checks the password.
 */
export async function signIn(deps: SignInDeps, credentials: Credentials): Promise<Outcome> {
  const { username, password, rememberMe, custom } = credentials
  const context = { username, rememberMe, restart: () => signIn(deps, credentials) }
  try {
    return await signInBySrp(deps, custom ? 'CUSTOM_AUTH' : 'USER_SRP_AUTH', context, password)
  } catch (error) {
    switch (exceptionType(error)) {
      case 'UserNotConfirmedException':
        return { kind: 'challenge', pending: await askForConfirmation(deps, credentials) }
      case 'PasswordResetRequiredException':
        return forgotPassword(deps, { username, rememberMe, required: true })
      default:
        throw error
    }
  }
}

/** Signs in after a step that has succeeded and must not be repeated. @returns `fallback` if the sign-in fails. */
export async function signInOrElse(
  deps: SignInDeps,
  credentials: Credentials,
  fallback: Outcome,
): Promise<Outcome> {
  try {
    return await signIn(deps, credentials)
  } catch (error) {
    if (error instanceof VaultError) return fallback
    throw error
  }
}

/** Answers NEW_PASSWORD_REQUIRED. A refused password leaves the session usable for another try. */
export function setNewPassword(
  deps: SignInDeps,
  pending: PendingChallengeOf<'newPassword'>,
  { newPassword, attributes }: Answers['newPassword'],
): Promise<Outcome> {
  const attributeResponses = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [`userAttributes.${name}`, value]),
  )
  const { username } = pending.challenge
  const { rememberMe } = pending
  // A restart needs the new password: the temporary one is void from here on.
  const restart = () => signIn(deps, { username, password: newPassword, rememberMe })
  return respondToChallenge(
    deps,
    { ...pending, restart },
    { NEW_PASSWORD: newPassword, ...attributeResponses },
  )
}

/** Answers `resetPassword`: sets the new password (ConfirmForgotPassword) and signs in with it. */
export async function resetPassword(
  deps: SignInDeps,
  { challenge: { username }, rememberMe }: PendingChallengeOf<'resetPassword'>,
  { code, newPassword }: Answers['resetPassword'],
): Promise<Outcome> {
  await tryConcealed(() =>
    deps.call('ConfirmForgotPassword', {
      ClientId: deps.clientId,
      Username: username,
      ConfirmationCode: code,
      Password: newPassword,
    }),
  )
  return signInOrElse(
    deps,
    { username, password: newPassword, rememberMe },
    { kind: 'signedOut', username, reason: 'passwordReset' },
  )
}

/** Sends a confirmation code. Over the sending limit, the user can still enter the code they have. */
async function askForConfirmation(
  deps: SignInDeps,
  { username, password, rememberMe }: Credentials,
): Promise<PendingChallenge> {
  const delivery = await sendConfirmation(deps, username).catch((error: unknown) => {
    if (exceptionType(error) === 'LimitExceededException') return maskedDelivery(username)
    throw error
  })
  const challenge = { kind: 'confirmSignUp' as const, username, codeLength }
  return { rememberMe, password, challenge: withDelivery(challenge, delivery) }
}
