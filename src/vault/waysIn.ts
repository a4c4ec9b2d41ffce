/**
 * Everything on the way to a session. A chunk of its own, with the SRP library in it: the first load
 * does without, and it comes while the person begins to type.
 */
import { type Attempt, type AttemptOf, isOfKind, type Outcome, type Steps } from './attempt.ts'
import type { CallCognito } from './actions.ts'
import { sendResetCode } from './codes.ts'
import { VaultError } from './errors.ts'
import { forgotPassword } from './forgotPassword.ts'
import type { CodeDelivery, Commands } from './messages.ts'
import { resetPassword } from './resetPassword.ts'
import { setNewPassword, signIn } from './signIn.ts'
import { confirmSignUp, resendConfirmation, signUp } from './signUp.ts'
import { createSrpAhead } from './srpAhead.ts'
import { createSendLimit } from './veil.ts'

export interface WaysIn {
  prepare: () => Promise<void>
  signIn: (input: Commands['signIn']['input']) => Promise<Outcome>
  signUp: (input: Commands['signUp']['input']) => Promise<Outcome>
  confirmSignUp: (attempt: AttemptOf<'confirmSignUp'>, code: string) => Promise<Outcome>
  forgotPassword: (username: string) => Promise<Outcome>
  resetPassword: (
    attempt: AttemptOf<'resetPassword'>,
    input: Commands['resetPassword']['input'],
  ) => Promise<Outcome>
  setNewPassword: (
    attempt: AttemptOf<'newPassword'>,
    input: Commands['setNewPassword']['input'],
  ) => Promise<Outcome>
  /** Sends the code of this attempt once more. */
  resendCode: (attempt: Attempt) => Promise<CodeDelivery | undefined>
}

export function createWaysIn(call: CallCognito, clientId: string, userPoolId: string): WaysIn {
  const srp = createSrpAhead(userPoolId)
  const steps: Steps = { call, clientId, beginSrp: () => srp.take(), countSend: createSendLimit() }
  return {
    prepare: () => srp.prepare(),
    signIn: ({ username, password, keepSignedIn: keep }) =>
      signIn(steps, { username, password, keep }),
    signUp: (input) => signUp(steps, input),
    confirmSignUp: (attempt, code) => confirmSignUp(steps, attempt, code),
    forgotPassword: (username) => forgotPassword(steps, { username, required: false, keep: false }),
    resetPassword: (attempt, { code, newPassword }) =>
      resetPassword(steps, attempt, code, newPassword),
    setNewPassword: (attempt, { newPassword, attributes }) =>
      setNewPassword(steps, attempt, newPassword, attributes),
    async resendCode(attempt) {
      if (isOfKind(attempt, 'confirmSignUp')) return resendConfirmation(steps, attempt)
      if (isOfKind(attempt, 'resetPassword'))
        return sendResetCode(steps, attempt.challenge.username)
      throw new VaultError({ code: 'nothingToAnswer' })
    },
  }
}
