import {
  codeLength,
  isOfKind,
  respondable,
  type Attempt,
  type AttemptOf,
  type Outcome,
  type Steps,
} from './attempt.ts'
import { isAnswer } from './answerGuards.ts'
import { DeviceGone } from '#vault/devices/deviceSignIn.ts'
import { VaultError } from '#vault/wire/errors.ts'
import { answerPassword, choose } from './identify.ts'
import { trustDevice } from '#vault/devices/meetDevice.ts'
import type { Answer, AnswerKind, Answers } from '#vault/messages.ts'
import { resetPassword } from './resetPassword.ts'
import { finishTotp } from './finishTotp.ts'
import { respond } from './respond.ts'
import { setNewPassword } from './signIn.ts'
import { confirmSignUp } from './signUp.ts'

type Answering = {
  [Kind in AnswerKind]: (
    steps: Steps,
    attempt: AttemptOf<Kind>,
    answer: Answers[Kind],
  ) => Promise<Outcome>
}

/** One for each challenge: a kind without one does not compile. */
const answering: Answering = {
  confirmSignUp,
  resetPassword,
  newPassword: setNewPassword,
  totpCode: (steps, attempt, { code }) =>
    respond(steps, attempt, { SOFTWARE_TOKEN_MFA_CODE: code }),
  // SMS_MFA_CODE, SMS_OTP_CODE, EMAIL_OTP_CODE: named after the challenge.
  sentCode: (steps, attempt, { code }) =>
    respond(steps, attempt, { [`${respondable(attempt).challengeName}_CODE`]: code }),
  password: (steps, attempt, { password }) => answerPassword(steps, attempt, password),
  passkey: (steps, attempt, { credential }) => respond(steps, attempt, { CREDENTIAL: credential }),
  chooseMethod: (steps, attempt, { method }) => choose(steps, attempt, method),
  setUpTotp: finishTotp,
  setUpEmail: (steps, attempt, { email }) => respond(steps, attempt, { EMAIL: email }),
  custom: (steps, attempt, { answer }) => respond(steps, attempt, { ANSWER: answer }),
  trustDevice,
}

/** Where an answer led; with an error, it was not taken, but there is something new to answer. */
export interface Led {
  /** Absent where another tab was led there. */
  outcome?: Outcome
  error?: VaultError
}

/** Answers that are as good for the same step begun anew. */
const lasting: ReadonlySet<AnswerKind> = new Set(['totpCode', 'newPassword', 'chooseMethod'])

/** Cognito ends the sign-in with a wrong answer to these: whoever tries again begins anew. */
const endsItself: ReadonlySet<AnswerKind> = new Set(['passkey', 'custom'])

/**
 * Answers a challenge. A session that is over by then (three minutes, or another answer) does not cost
 * the person the way they have come: the step begins anew by itself, and what was typed is used again
 * where it still holds.
 */
export async function answerChallenge(
  steps: Steps,
  waiting: Attempt | undefined,
  given: Answer,
): Promise<Led & { outcome: Outcome }> {
  if (!isAnswer(given)) throw new VaultError({ code: 'unexpected', field: 'answer' })
  const { kind, username: _, byLink: __, ...answer } = given
  const attempt = attemptFor(waiting, given)
  try {
    const outcome = await take(steps, attempt, kind, answer)
    // Asked the very same again, the person has answered wrong: nothing else says so.
    return asksAgain(outcome, attempt)
      ? { outcome, error: new VaultError({ code: 'codeMismatch' }) }
      : { outcome }
  } catch (error) {
    if (!(error instanceof VaultError)) throw error
    const { again } = attempt
    if (error.data.code === 'incorrectCredentials' && again && endsItself.has(kind)) {
      return { outcome: await again(), error }
    }
    if (error.data.code !== 'challengeExpired') throw error
    if (!again) {
      const who = attempt.challenge.username
      return { outcome: { to: 'signIn', username: who, reason: 'interrupted' } }
    }
    const outcome = await again()
    if (outcome.to !== 'challenge') return { outcome }
    if (isSameStep(outcome.attempt, attempt) && lasting.has(kind)) {
      return { outcome: await take(steps, outcome.attempt, kind, answer) }
    }
    const code = error instanceof DeviceGone ? 'deviceForgotten' : 'startedAgain'
    return { outcome, error: new VaultError({ code }) }
  }
}

/**
 * What is answered: what waits, or what a link in a mail is about, which brings the name with it.
 * @throws VaultError `nothingToAnswer`
 */
function attemptFor(
  waiting: Attempt | undefined,
  { kind, username }: Answer,
): AttemptOf<AnswerKind> {
  const isThis = username === undefined || username === waiting?.challenge.username
  if (waiting && isThis && isOfKind(waiting, kind)) return waiting
  const attempt = { keep: false, veiled: true } as const
  if (username !== undefined && kind === 'confirmSignUp')
    return { ...attempt, challenge: { kind, username, codeLength } }
  if (username !== undefined && kind === 'resetPassword')
    return { ...attempt, challenge: { kind, username, codeLength, required: false } }
  throw new VaultError({ code: 'nothingToAnswer' })
}

function take<Kind extends AnswerKind>(
  steps: Steps,
  attempt: AttemptOf<Kind>,
  kind: Kind,
  answer: Answers[Kind],
): Promise<Outcome> {
  return answering[kind](steps, attempt, answer)
}

function asksAgain(outcome: Outcome, { challenge: before }: Attempt): boolean {
  if (outcome.to !== 'challenge' || before.kind !== 'custom') return false
  const { challenge } = outcome.attempt
  return JSON.stringify(challenge) === JSON.stringify(before)
}

const kindOf = ({ challenge }: Attempt) => challenge.kind

function isSameStep<Kind extends AnswerKind>(
  next: Attempt,
  before: AttemptOf<Kind>,
): next is AttemptOf<Kind> {
  return next.challenge.kind === kindOf(before)
}
