import { VaultError } from '#vault/cognito/vaultError.ts'
import type { Answer, AnswerKind, Answers } from '#vault/protocol/challenges.ts'
import { trustDevice } from './confirmDevice.ts'
import { DeviceForgotten } from './deviceSignIn.ts'
import { handleAccountStatus } from './handleAccountStatus.ts'
import {
  codeLength,
  cognitoChallengeOf,
  isChallengeOfKind,
  signInContextOf,
} from './pendingChallenge.ts'
import type { Outcome, PendingChallenge, PendingChallengeOf } from './pendingChallenge.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { resetPassword, setNewPassword } from './signIn.ts'
import type { SignInDeps } from './signInDeps.ts'
import { confirmSignUp } from './signUp.ts'
import { answerPasskey, answerPassword, chooseMethod } from './startUserAuth.ts'

type AnswerHandlers = {
  [Kind in AnswerKind]: (
    deps: SignInDeps,
    pending: PendingChallengeOf<Kind>,
    answer: Answers[Kind],
  ) => Promise<Outcome>
}

/** One for each challenge: a kind without one does not compile. */
const answerHandlers: AnswerHandlers = {
  confirmSignUp,
  resetPassword,
  newPassword: setNewPassword,
  totpCode: (deps, pending, { code }) =>
    respondToChallenge(deps, pending, { SOFTWARE_TOKEN_MFA_CODE: code }),
  // SMS_MFA_CODE, SMS_OTP_CODE or EMAIL_OTP_CODE: Cognito names it after the challenge.
  sentCode: (deps, pending, { code }) =>
    respondToChallenge(deps, pending, {
      [`${cognitoChallengeOf(pending).challengeName}_CODE`]: code,
    }),
  password: (deps, pending, { password }) => answerPassword(deps, pending, password),
  passkey: answerPasskey,
  chooseMethod: (deps, pending, { method }) => chooseMethod(deps, pending, method),
  setUpTotp: verifyTotpSetup,
  setUpEmail: (deps, pending, { email }) => respondToChallenge(deps, pending, { EMAIL: email }),
  custom: (deps, pending, { answer }) => respondToChallenge(deps, pending, { ANSWER: answer }),
  trustDevice,
}

/** Result of an answer. With an `error` the answer was refused, and `outcome` has a new challenge. */
export interface AnswerResult {
  outcome: Outcome
  error?: VaultError
}

/** Answers that stay valid when their step is restarted. */
const reusableAnswers: ReadonlySet<AnswerKind> = new Set([
  'totpCode',
  'newPassword',
  'chooseMethod',
])

/** Challenges of which a wrong answer ends the sign-in at Cognito, so that another try has to restart it. */
const endsSignInWhenWrong: ReadonlySet<AnswerKind> = new Set(['passkey', 'custom'])

/**
 * Answers a challenge. Where its Cognito session is over (after three minutes, or another answer), restarts
 * the step and submits the same answer again if it is still valid, so that the user need not sign in again.
 *
 * @param pending the challenge that is shown, if there is one.
 * @throws VaultError `nothingToAnswer` where it is of another kind, or Cognito's refusal.
 */
export async function answerChallenge(
  deps: SignInDeps,
  pending: PendingChallenge | undefined,
  answer: Answer,
): Promise<AnswerResult> {
  const { kind, username: _, byLink: __, ...input } = answer
  const answered = findChallenge(pending, answer)
  try {
    const outcome = await submitAnswer(deps, answered, kind, input)
    // Cognito says that a custom answer was wrong only by asking the same again.
    return isSameCustomChallenge(outcome, answered)
      ? { outcome, error: new VaultError({ code: 'codeMismatch' }) }
      : { outcome }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    const { restart } = answered
    if (error.data.code === 'incorrectCredentials' && restart && endsSignInWhenWrong.has(kind)) {
      return { outcome: await restart(), error }
    }
    if (error.data.code !== 'challengeExpired') throw error
    if (!restart) {
      const { username } = answered.challenge
      return { outcome: { kind: 'signedOut', username, reason: 'interrupted' } }
    }
    const outcome = await restart()
    if (outcome.kind !== 'challenge') return { outcome }
    if (isSameStep(outcome.pending, answered) && reusableAnswers.has(kind)) {
      return { outcome: await submitAnswer(deps, outcome.pending, kind, input) }
    }
    const code = error instanceof DeviceForgotten ? 'deviceForgotten' : 'startedAgain'
    return { outcome, error: new VaultError({ code }) }
  }
}

/**
 * Finds the challenge that this answers: the pending one, or for a link in an email one that is made up from
 * the username in the link.
 * @throws VaultError `nothingToAnswer`
 */
function findChallenge(
  pending: PendingChallenge | undefined,
  { kind, username }: Answer,
): PendingChallengeOf<AnswerKind> {
  const isSameUser = username === undefined || username === pending?.challenge.username
  if (pending && isSameUser && isChallengeOfKind(pending, kind)) return pending
  const madeUp = { rememberMe: false, concealed: true, fromLink: true } as const
  if (username !== undefined && kind === 'confirmSignUp')
    return { ...madeUp, challenge: { kind, username, codeLength } }
  if (username !== undefined && kind === 'resetPassword')
    return { ...madeUp, challenge: { kind, username, codeLength, required: false } }
  throw new VaultError({ code: 'nothingToAnswer' })
}

function submitAnswer<Kind extends AnswerKind>(
  deps: SignInDeps,
  pending: PendingChallengeOf<Kind>,
  kind: Kind,
  answer: Answers[Kind],
): Promise<Outcome> {
  return answerHandlers[kind](deps, pending, answer)
}

function isSameCustomChallenge(outcome: Outcome, { challenge: before }: PendingChallenge): boolean {
  if (outcome.kind !== 'challenge' || before.kind !== 'custom') return false
  const { challenge } = outcome.pending
  return JSON.stringify(challenge) === JSON.stringify(before)
}

const kindOf = ({ challenge }: PendingChallenge) => challenge.kind

function isSameStep<Kind extends AnswerKind>(
  next: PendingChallenge,
  before: PendingChallengeOf<Kind>,
): next is PendingChallengeOf<Kind> {
  return next.challenge.kind === kindOf(before)
}

/** Answers MFA_SETUP with a code of the authenticator app. A wrong code may be corrected. */
async function verifyTotpSetup(
  deps: SignInDeps,
  pending: PendingChallengeOf<'setUpTotp'>,
  { code, deviceName }: Answers['setUpTotp'],
): Promise<Outcome> {
  const cognitoChallenge = cognitoChallengeOf(pending)
  const { session } = cognitoChallenge
  return handleAccountStatus(deps, signInContextOf(pending), async () => {
    const { Status, Session } = await deps.call('VerifySoftwareToken', {
      UserCode: code,
      Session: session,
      ...(deviceName === '' ? {} : { FriendlyDeviceName: deviceName }),
    })
    if (Status === 'ERROR') throw new VaultError({ code: 'codeMismatch' })
    const verified = { ...cognitoChallenge, session: Session ?? session }
    return respondToChallenge(deps, { ...pending, cognitoChallenge: verified }, {})
  })
}
