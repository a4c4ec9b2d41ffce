import { VaultError } from '#vault/cognito/vaultError.ts'
import type { Answers } from '#vault/protocol/challenges.ts'
import type { SignInCommands } from '#vault/protocol/commands.ts'
import { unlessRefused } from '#vault/cognito/lostAnswers.ts'
import { tryConcealed } from './concealAccountExistence.ts'
import type { Outcome, PendingChallengeOf } from './pendingChallenge.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { signInBySrp } from './signInBySrp.ts'
import type { SignInDeps } from './signInDeps.ts'

type Credentials = SignInCommands['signIn']['input']

/** Signs in with a password (USER_SRP_AUTH, or CUSTOM_AUTH with `custom`). */
export function signIn(deps: SignInDeps, credentials: Credentials): Promise<Outcome> {
  const { username, password, rememberMe, custom } = credentials
  const context = { username, rememberMe, restart: () => signIn(deps, credentials) }
  return signInBySrp(deps, custom ? 'CUSTOM_AUTH' : 'USER_SRP_AUTH', context, password)
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
  const credentials = { username, password: newPassword, rememberMe }
  const confirm = () =>
    deps.call('ConfirmForgotPassword', {
      ClientId: deps.clientId,
      Username: username,
      ConfirmationCode: code,
      Password: newPassword,
    })
  const lostSuccess = await tryConcealed(() =>
    deps.lostAnswers.attempt<{ outcome?: Outcome }>(
      `ConfirmForgotPassword ${username}`,
      async () => {
        await confirm()
        return {}
      },
      async () => {
        // The code may be used up by a try that has set the password: then the password signs in.
        const outcome = await unlessRefused(signIn(deps, credentials))
        return outcome && { outcome }
      },
    ),
  )
  return (
    lostSuccess.outcome ??
    signInOrElse(deps, credentials, { kind: 'signedOut', username, reason: 'passwordReset' })
  )
}
