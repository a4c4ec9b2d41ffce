/**
 * Everything on the way to a session. A chunk of its own, with the SRP library in it: the first load
 * does without, and it comes while the person begins to type.
 */
import { answerChallenge, type Led } from './answer.ts'
import { type Attempt, isOfKind, type Outcome, type Steps } from './attempt.ts'
import type { CallCognito } from './actions.ts'
import { sendResetCode } from './codes.ts'
import { VaultError } from './errors.ts'
import { createLinks } from './links.ts'
import { forgotPassword } from './forgotPassword.ts'
import { identify } from './identify.ts'
import type { Answer, CodeDelivery, Commands } from './messages.ts'
import { signIn } from './signIn.ts'
import { resendConfirmation, signUp } from './signUp.ts'
import { createSrpAhead } from './srpAhead.ts'
import { createSendLimit } from './veil.ts'

export interface WaysIn {
  prepare: () => Promise<void>
  signIn: (input: Commands['signIn']['input']) => Promise<Outcome>
  identify: (input: Commands['identify']['input']) => Promise<Outcome>
  signUp: (input: Commands['signUp']['input']) => Promise<Outcome>
  forgotPassword: (username: string) => Promise<Outcome>
  answer: (answer: Answer) => Promise<Led>
  close: () => void
  /** Sends the code of this attempt once more; where that begins the step anew, it leads there. */
  resendCode: (attempt: Attempt) => Promise<{ delivery?: CodeDelivery; outcome?: Outcome }>
  otherWay: (attempt: Attempt) => Promise<Outcome>
}

interface WaysInEnvironment {
  call: CallCognito
  clientId: string
  userPoolId: string
  /** What waits for an answer, if anything does. */
  waiting: () => Attempt | undefined
  follow: (outcome: Outcome) => Promise<void>
  /** To the other tabs, about links in mails. */
  channel: BroadcastChannel
}

export function createWaysIn({
  call,
  clientId,
  userPoolId,
  waiting,
  follow,
  channel,
}: WaysInEnvironment): WaysIn {
  const srp = createSrpAhead(userPoolId)
  const steps: Steps = { call, clientId, beginSrp: () => srp.take(), countSend: createSendLimit() }
  const links = createLinks(channel, waiting, async (answer) => {
    const { outcome, error } = await answerChallenge(steps, waiting(), answer)
    await follow(outcome)
    if (error) throw error
  })
  return {
    prepare: () => srp.prepare(),
    signIn: ({ username, password, keepSignedIn: keep, custom = false }) =>
      signIn(steps, { username, password, keep, custom }),
    identify: ({ username, preferred, keepSignedIn: keep }) =>
      identify(steps, { username, keep }, preferred),
    signUp: (input) => signUp(steps, input),
    forgotPassword: (username) => forgotPassword(steps, { username, required: false, keep: false }),
    async answer(answer) {
      const elsewhere = answer.byLink && (await links.offer(answer))
      if (elsewhere) return {}
      return answerChallenge(steps, waiting(), answer)
    },
    close: links.close,
    async resendCode(attempt) {
      if (isOfKind(attempt, 'confirmSignUp')) return sent(await resendConfirmation(steps, attempt))
      if (isOfKind(attempt, 'resetPassword'))
        return sent(await sendResetCode(steps, attempt.challenge.username))
      if (!isOfKind(attempt, 'sentCode') || !attempt.again)
        throw new VaultError({ code: 'nothingToAnswer' })
      steps.countSend(attempt.challenge.username)
      const outcome = await attempt.again()
      const next = outcome.to === 'challenge' ? outcome.attempt.challenge : undefined
      return { outcome, ...(next?.kind === 'sentCode' ? sent(next.delivery) : {}) }
    },
    otherWay({ otherWay }) {
      if (!otherWay) throw new VaultError({ code: 'nothingToAnswer' })
      return otherWay()
    },
  }
}

const sent = (delivery: CodeDelivery | undefined) => (delivery ? { delivery } : {})
