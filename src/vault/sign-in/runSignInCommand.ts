import { answerChallenge, type AnswerResult } from './answerChallenge.ts'
import { isChallengeOfKind, type PendingChallenge } from './pendingChallenge.ts'
import { sendResetCode } from './sendCodes.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import { startFederatedSignIn, finishFederatedSignIn } from './federation.ts'
import { forgotPassword } from './forgotPassword.ts'
import { startUserAuth } from './startUserAuth.ts'
import type { SignInCommand } from '#vault/protocol/commands.ts'
import { isSignInCommand } from '#vault/protocol/isSignInCommand.ts'
import type { SignInDeps } from './signInDeps.ts'
import { signInAcr } from './acr.ts'
import { offerPasskey, signInWithOfferedPasskey } from './passkeyAutofill.ts'
import {
  answerReauthentication,
  stepUp,
  reauthenticate,
  signOutElsewhere,
} from './reauthenticate.ts'
import type { Answer, CodeDelivery } from '#vault/protocol/messages.ts'
import { signIn } from './signIn.ts'
import { resendConfirmation, signUp } from './signUp.ts'

/** Carries out a late command. One case each, so that each meets its own input. */
export async function runSignInCommand(deps: SignInDeps, request: SignInCommand): Promise<unknown> {
  if (!isSignInCommand(request)) throw new VaultError({ code: 'unexpected', field: 'late' })
  const { flow, applyOutcome } = deps
  switch (request.name) {
    case 'signIn': {
      const { username, password, keepSignedIn: rememberMe, custom = false } = request.input
      return applyOutcome(await signIn(flow, { username, password, rememberMe, custom }))
    }
    case 'identify': {
      const { username, preferred, keepSignedIn: rememberMe } = request.input
      const context = { username, rememberMe, ...signInAcr(deps.config) }
      return applyOutcome(await startUserAuth(flow, context, preferred))
    }
    case 'signUp':
      return applyOutcome(await signUp(flow, request.input))
    case 'forgotPassword': {
      const context = { username: request.input.username, required: false, rememberMe: false }
      return applyOutcome(await forgotPassword(flow, context))
    }
    case 'answer':
      return applyAnswerResult(deps, await answerOrRelay(deps, request.input))
    case 'tryAnotherMethod': {
      const { tryAnotherMethod } = requirePendingChallenge(deps)
      if (!tryAnotherMethod) throw new VaultError({ code: 'nothingToAnswer' })
      return applyOutcome(await tryAnotherMethod())
    }
    case 'resendCode':
      return resendCode(deps, requirePendingChallenge(deps))
    case 'offerPasskey':
      return offerPasskey(deps, request.input)
    case 'takePasskey':
      return signInWithOfferedPasskey(deps, request.input)
    case 'reauthenticate':
      return reauthenticate(deps, request.input)
    case 'signOutElsewhere':
      return signOutElsewhere(deps, request.input)
    case 'proveAgain':
      return stepUp(deps, request.input)
    case 'answerReauthentication':
      return answerReauthentication(deps, request.input)
    case 'federate':
      return startFederatedSignIn(deps, request.input)
    case 'finishFederation':
      return finishFederatedSignIn(deps, request.input)
  }
}

/** A link in a mail may be for another tab; everything else is for this one. */
async function answerOrRelay(
  { flow, mailLinks, pendingChallenge }: SignInDeps,
  given: Answer,
): Promise<AnswerResult> {
  if (given.byLink && (await mailLinks.offer(given))) return {}
  return answerChallenge(flow, pendingChallenge(), given)
}

/** Goes where an answer led, even where it was not taken. */
export async function applyAnswerResult(
  { applyOutcome }: Pick<SignInDeps, 'applyOutcome'>,
  { outcome, error }: AnswerResult,
): Promise<void> {
  if (outcome) await applyOutcome(outcome)
  if (error) throw error
}

function requirePendingChallenge({ pendingChallenge }: SignInDeps): PendingChallenge {
  const pending = pendingChallenge()
  if (!pending) throw new VaultError({ code: 'nothingToAnswer' })
  return pending
}

/** Sends the code of this attempt once more; where that begins the step anew, it leads there. */
async function resendCode(
  { flow, applyOutcome }: SignInDeps,
  pending: PendingChallenge,
): Promise<CodeDelivery | undefined> {
  if (isChallengeOfKind(pending, 'confirmSignUp')) return resendConfirmation(flow, pending)
  if (isChallengeOfKind(pending, 'resetPassword'))
    return sendResetCode(flow, pending.challenge.username)
  if (!isChallengeOfKind(pending, 'sentCode') || !pending.restart)
    throw new VaultError({ code: 'nothingToAnswer' })
  flow.countCode(pending.challenge.username)
  const outcome = await pending.restart()
  await applyOutcome(outcome)
  const next = outcome.kind === 'challenge' ? outcome.pending.challenge : undefined
  return next?.kind === 'sentCode' ? next.delivery : undefined
}
