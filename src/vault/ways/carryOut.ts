import { answerChallenge, type Led } from './answer.ts'
import { isOfKind, type Attempt } from './attempt.ts'
import { sendResetCode } from './codes.ts'
import { VaultError } from '#vault/wire/errors.ts'
import { federate, finishFederation } from './federation.ts'
import { forgotPassword } from './forgotPassword.ts'
import { identify } from './identify.ts'
import type { LateRequest } from './lateCommands.ts'
import { isLate } from './lateGuards.ts'
import type { LateTools } from './lateTools.ts'
import { proofOfSignIn } from './levels.ts'
import { offerPasskey, takePasskey } from './passkeyOffer.ts'
import {
  answerReauthentication,
  proveAgain,
  reauthenticate,
  signOutElsewhere,
} from './reauthenticate.ts'
import type { Answer, CodeDelivery } from '#vault/messages.ts'
import { signIn } from './signIn.ts'
import { resendConfirmation, signUp } from './signUp.ts'

/** Carries out a late command. One case each, so that each meets its own input. */
export async function carryOut(tools: LateTools, request: LateRequest): Promise<unknown> {
  if (!isLate(request)) throw new VaultError({ code: 'unexpected', field: 'late' })
  const { steps, follow } = tools
  switch (request.name) {
    case 'signIn': {
      const { username, password, keepSignedIn: keep, custom = false } = request.input
      return follow(await signIn(steps, { username, password, keep, custom }))
    }
    case 'identify': {
      const { username, preferred, keepSignedIn: keep } = request.input
      const who = { username, keep, ...proofOfSignIn(tools.config) }
      return follow(await identify(steps, who, preferred))
    }
    case 'signUp':
      return follow(await signUp(steps, request.input))
    case 'forgotPassword': {
      const who = { username: request.input.username, required: false, keep: false }
      return follow(await forgotPassword(steps, who))
    }
    case 'answer':
      return lead(tools, await answer(tools, request.input))
    case 'otherWay': {
      const { otherWay } = posed(tools)
      if (!otherWay) throw new VaultError({ code: 'nothingToAnswer' })
      return follow(await otherWay())
    }
    case 'resendCode':
      return resendCode(tools, posed(tools))
    case 'offerPasskey':
      return offerPasskey(tools, request.input)
    case 'takePasskey':
      return takePasskey(tools, request.input)
    case 'reauthenticate':
      return reauthenticate(tools, request.input)
    case 'signOutElsewhere':
      return signOutElsewhere(tools, request.input)
    case 'proveAgain':
      return proveAgain(tools, request.input)
    case 'answerReauthentication':
      return answerReauthentication(tools, request.input)
    case 'federate':
      return federate(tools, request.input)
    case 'finishFederation':
      return finishFederation(tools, request.input)
  }
}

/** A link in a mail may be for another tab; everything else is for this one. */
async function answer({ steps, links, waiting }: LateTools, given: Answer): Promise<Led> {
  if (given.byLink && (await links.offer(given))) return {}
  return answerChallenge(steps, waiting(), given)
}

/** Goes where an answer led, even where it was not taken. */
export async function lead(
  { follow }: Pick<LateTools, 'follow'>,
  { outcome, error }: Led,
): Promise<void> {
  if (outcome) await follow(outcome)
  if (error) throw error
}

function posed({ waiting }: LateTools): Attempt {
  const attempt = waiting()
  if (!attempt) throw new VaultError({ code: 'nothingToAnswer' })
  return attempt
}

/** Sends the code of this attempt once more; where that begins the step anew, it leads there. */
async function resendCode(
  { steps, follow }: LateTools,
  attempt: Attempt,
): Promise<CodeDelivery | undefined> {
  if (isOfKind(attempt, 'confirmSignUp')) return resendConfirmation(steps, attempt)
  if (isOfKind(attempt, 'resetPassword')) return sendResetCode(steps, attempt.challenge.username)
  if (!isOfKind(attempt, 'sentCode') || !attempt.again)
    throw new VaultError({ code: 'nothingToAnswer' })
  steps.countSend(attempt.challenge.username)
  const outcome = await attempt.again()
  await follow(outcome)
  const next = outcome.to === 'challenge' ? outcome.attempt.challenge : undefined
  return next?.kind === 'sentCode' ? next.delivery : undefined
}
