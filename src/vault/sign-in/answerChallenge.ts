import {
  codeLength,
  isChallengeOfKind,
  cognitoChallengeOf,
  type PendingChallenge,
  type PendingChallengeOf,
  type Outcome,
  type FlowDeps,
} from './pendingChallenge.ts'
import { DeviceForgotten } from './deviceSignIn.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import { answerPassword, chooseMethod } from './startUserAuth.ts'
import { trustDevice } from './confirmDevice.ts'
import type { Answer, AnswerKind, Answers } from '#vault/protocol/challenges.ts'
import { resetPassword } from './resetPassword.ts'
import { verifyTotpSetup } from './verifyTotpSetup.ts'
import { respondToChallenge } from './respondToChallenge.ts'
import { setNewPassword } from './signIn.ts'
import { confirmSignUp } from './signUp.ts'

type AnswerHandlers = {
  [Kind in AnswerKind]: (
    flow: FlowDeps,
    pending: PendingChallengeOf<Kind>,
    answer: Answers[Kind],
  ) => Promise<Outcome>
}

/** One for each challenge: a kind without one does not compile. */
const answerHandlers: AnswerHandlers = {
  confirmSignUp,
  resetPassword,
  newPassword: setNewPassword,
  totpCode: (flow, pending, { code }) =>
    respondToChallenge(flow, pending, { SOFTWARE_TOKEN_MFA_CODE: code }),
  // SMS_MFA_CODE, SMS_OTP_CODE, EMAIL_OTP_CODE: named after the challenge.
  sentCode: (flow, pending, { code }) =>
    respondToChallenge(flow, pending, {
      [`${cognitoChallengeOf(pending).challengeName}_CODE`]: code,
    }),
  password: (flow, pending, { password }) => answerPassword(flow, pending, password),
  passkey: (flow, pending, { credential }) =>
    respondToChallenge(flow, pending, { CREDENTIAL: credential }),
  chooseMethod: (flow, pending, { method }) => chooseMethod(flow, pending, method),
  setUpTotp: verifyTotpSetup,
  setUpEmail: (flow, pending, { email }) => respondToChallenge(flow, pending, { EMAIL: email }),
  custom: (flow, pending, { answer }) => respondToChallenge(flow, pending, { ANSWER: answer }),
  trustDevice,
}

/** Result of an answer. With an error, the answer was refused but there is a new challenge. */
export interface AnswerResult {
  outcome: Outcome
  error?: VaultError
}

/** Answers that are as good for the same step begun anew. */
const reusableAnswers: ReadonlySet<AnswerKind> = new Set([
  'totpCode',
  'newPassword',
  'chooseMethod',
])

/** Cognito ends the sign-in with a wrong answer to these: whoever tries again begins anew. */
const endsSignInWhenWrong: ReadonlySet<AnswerKind> = new Set(['passkey', 'custom'])

/**
 * Answers a challenge. A session that is over by then (three minutes, or another answer) does not cost
 * the person the way they have come: the step begins anew by itself, and what was typed is used again
 * where it still holds.
 */
export async function answerChallenge(
  flow: FlowDeps,
  waiting: PendingChallenge | undefined,
  given: Answer,
): Promise<AnswerResult> {
  const { kind, username: _, byLink: __, ...answer } = given
  const pending = challengeToAnswer(waiting, given)
  try {
    const outcome = await submitAnswer(flow, pending, kind, answer)
    // Asked the very same again, the person has answered wrong: nothing else says so.
    return isAskedAgain(outcome, pending)
      ? { outcome, error: new VaultError({ code: 'codeMismatch' }) }
      : { outcome }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    const { restart } = pending
    if (error.data.code === 'incorrectCredentials' && restart && endsSignInWhenWrong.has(kind)) {
      return { outcome: await restart(), error }
    }
    if (error.data.code !== 'challengeExpired') throw error
    if (!restart) {
      const { username } = pending.challenge
      return { outcome: { kind: 'signIn', username, reason: 'interrupted' } }
    }
    const outcome = await restart()
    if (outcome.kind !== 'challenge') return { outcome }
    if (isSameStep(outcome.pending, pending) && reusableAnswers.has(kind)) {
      return { outcome: await submitAnswer(flow, outcome.pending, kind, answer) }
    }
    const code = error instanceof DeviceForgotten ? 'deviceForgotten' : 'startedAgain'
    return { outcome, error: new VaultError({ code }) }
  }
}

/**
 * What is answered: what waits, or what a link in a mail is about, which brings the name with it.
 * @throws VaultError `nothingToAnswer`
 */
function challengeToAnswer(
  waiting: PendingChallenge | undefined,
  { kind, username }: Answer,
): PendingChallengeOf<AnswerKind> {
  const isThis = username === undefined || username === waiting?.challenge.username
  if (waiting && isThis && isChallengeOfKind(waiting, kind)) return waiting
  const pending = { rememberMe: false, concealed: true } as const
  if (username !== undefined && kind === 'confirmSignUp')
    return { ...pending, challenge: { kind, username, codeLength } }
  if (username !== undefined && kind === 'resetPassword')
    return { ...pending, challenge: { kind, username, codeLength, required: false } }
  throw new VaultError({ code: 'nothingToAnswer' })
}

function submitAnswer<Kind extends AnswerKind>(
  flow: FlowDeps,
  pending: PendingChallengeOf<Kind>,
  kind: Kind,
  answer: Answers[Kind],
): Promise<Outcome> {
  return answerHandlers[kind](flow, pending, answer)
}

function isAskedAgain(outcome: Outcome, { challenge: before }: PendingChallenge): boolean {
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
