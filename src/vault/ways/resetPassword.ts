import type { AttemptOf, Outcome, Steps } from './attempt.ts'
import type { Answers } from '#vault/messages.ts'
import { signInOrElse } from './signIn.ts'
import { tryVeiled } from './veil.ts'

/** Sets the new password and signs in with it. */
export async function resetPassword(
  steps: Steps,
  { challenge: { username }, keep }: AttemptOf<'resetPassword'>,
  { code, newPassword }: Answers['resetPassword'],
): Promise<Outcome> {
  await tryVeiled(() =>
    steps.call('ConfirmForgotPassword', {
      ClientId: steps.clientId,
      Username: username,
      ConfirmationCode: code,
      Password: newPassword,
    }),
  )
  return signInOrElse(
    steps,
    { username, password: newPassword, keep },
    { to: 'signIn', username, reason: 'passwordReset' },
  )
}
