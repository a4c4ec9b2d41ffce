import type { AttemptOf, Outcome, Steps } from './attempt.ts'
import { VaultError } from './errors.ts'
import { isTelling } from './forgotPassword.ts'
import { signInOrElse } from './signIn.ts'

/** Sets the new password and signs in with it. */
export async function resetPassword(
  steps: Steps,
  { challenge: { username }, keep }: AttemptOf<'resetPassword'>,
  code: string,
  newPassword: string,
): Promise<Outcome> {
  try {
    await steps.call('ConfirmForgotPassword', {
      ClientId: steps.clientId,
      Username: username,
      ConfirmationCode: code,
      Password: newPassword,
    })
  } catch (error) {
    if (isTelling(error)) {
      throw new VaultError({ code: 'codeMismatch' }, undefined, { cause: error })
    }
    throw error
  }
  return signInOrElse(
    steps,
    { username, password: newPassword, keep },
    { to: 'signIn', username, reason: 'passwordReset' },
  )
}
