import type { Answers } from '#vault/protocol/challenges.ts'
import { tryConcealed } from './concealAccountExistence.ts'
import type { FlowDeps, Outcome, PendingChallengeOf } from './pendingChallenge.ts'
import { signInOrElse } from './signIn.ts'

/** Sets the new password and signs in with it. */
export async function resetPassword(
  flow: FlowDeps,
  { challenge: { username }, rememberMe }: PendingChallengeOf<'resetPassword'>,
  { code, newPassword }: Answers['resetPassword'],
): Promise<Outcome> {
  await tryConcealed(() =>
    flow.call('ConfirmForgotPassword', {
      ClientId: flow.clientId,
      Username: username,
      ConfirmationCode: code,
      Password: newPassword,
    }),
  )
  return signInOrElse(
    flow,
    { username, password: newPassword, rememberMe },
    { kind: 'signIn', username, reason: 'passwordReset' },
  )
}
