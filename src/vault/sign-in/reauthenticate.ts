import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { Reauthentication, SignInCommands } from '#vault/protocol/commands.ts'
import { claimsOf } from '#vault/session/tokens.ts'
import { acrStatusOf, reachesAcr } from './acr.ts'
import { answerChallenge } from './answerChallenge.ts'
import type { Outcome } from './pendingChallenge.ts'
import { signIn } from './signIn.ts'
import type { SignInDeps } from './signInDeps.ts'
import { startUserAuth } from './startUserAuth.ts'

type Input<Name extends keyof SignInCommands> = SignInCommands[Name]['input']

/** Signs the same user in again with the password: the one verification that every pool has. */
export async function reauthenticate(
  deps: SignInDeps,
  { password }: Input<'reauthenticate'>,
): Promise<Reauthentication> {
  const { rememberMe, tokens } = currentSession(deps)
  const { username, userId } = claimsOf(tokens)
  const outcome = await signIn(deps, { username, password, rememberMe })
  return applyReauthentication(deps, userId, outcome)
}

/**
 * Verifies the user again by USER_AUTH, up to an authentication level if `acrValues` names some.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html
 */
export async function stepUp(
  deps: SignInDeps,
  { acrValues, maxAgeSeconds }: Input<'stepUp'>,
): Promise<Reauthentication> {
  const { rememberMe, tokens } = currentSession(deps)
  const { username, userId } = claimsOf(tokens)
  if (acrValues === undefined) {
    return applyReauthentication(deps, userId, await startUserAuth(deps, { username, rememberMe }))
  }
  const status = acrStatusOf(tokens, acrValues, maxAgeSeconds)
  if (status === 'reached') return {}
  const target = { TARGET_ACR_VALUES: acrValues }
  const apply = (outcome: Outcome) => applyReauthentication(deps, userId, outcome, acrValues)
  const startWith = (acrParameters: Record<string, string>) =>
    startUserAuth(deps, { username, rememberMe, acrParameters })
  try {
    const outcome = await deps.sessionManager.withAccessToken(userId, (ACCESS_TOKEN) =>
      startWith({ ...target, MAX_AGE: String(maxAgeSeconds), ACCESS_TOKEN }),
    )
    return await apply(outcome)
  } catch (error) {
    if (exceptionType(error) !== 'InvalidParameterException' || status === 'unknown') throw error
    // Cognito knows no higher level that this user could reach.
    if (status === 'alternative') {
      deps.recentSignIn.acceptLevel(acrValues)
      return {}
    }
    // The session may have a level above those named: starts without its token, to ask for everything.
    return apply(await startWith(target))
  }
}

/** Ends all sessions of the user (GlobalSignOut), then starts a new one with the password. */
export async function signOutElsewhere(
  deps: SignInDeps,
  { password }: Input<'signOutElsewhere'>,
): Promise<Reauthentication> {
  const { userId } = claimsOf(currentSession(deps).tokens)
  await deps.sessionManager.withAccessToken(userId, (AccessToken) =>
    deps.lostAnswers.attempt(
      `signOutElsewhere ${userId}`,
      () => deps.call('GlobalSignOut', { AccessToken }),
      // It has voided this token, too: the password starts the new session.
      ({ data }) => Promise.resolve(data.code === 'notSignedIn' ? {} : undefined),
    ),
  )
  return reauthenticate(deps, { password })
}

/** @throws VaultError `nothingToAnswer` where no re-authentication is pending, or it has expired. */
export async function answerReauthentication(
  deps: SignInDeps,
  answer: Input<'answerReauthentication'>,
): Promise<Reauthentication> {
  const { userId } = claimsOf(currentSession(deps).tokens)
  const pending = deps.vaultState.reauthentication()
  const { outcome, error } = await answerChallenge(deps, pending, answer)
  const result = await applyReauthentication(deps, userId, outcome, pending?.requiredAcr)
  if (error) throw error
  return result
}

/**
 * @param requiredAcr levels, separated by spaces, of which the new tokens must have one.
 * @throws VaultError `notSignedIn` if another tab has signed in another user in the meantime; `levelNotReached`,
 *   with the new session all the same: its tokens are newer, and may be all that Cognito accepts by now.
 */
async function applyReauthentication(
  deps: SignInDeps,
  userId: string,
  outcome: Outcome,
  requiredAcr?: string,
): Promise<Reauthentication> {
  deps.vaultState.setReauthentication(undefined)
  const { browserSessionId, rememberMe, tokens, domain } = currentSession(deps)
  if (claimsOf(tokens).userId !== userId) throw new VaultError({ code: 'notSignedIn' })
  switch (outcome.kind) {
    case 'challenge':
      deps.vaultState.setReauthentication({
        ...outcome.pending,
        ...(requiredAcr !== undefined && { requiredAcr }),
      })
      return { challenge: outcome.pending.challenge }
    case 'signedIn':
      // A re-authentication must not pass the session on to another user.
      if (claimsOf(outcome.tokens).userId !== userId) {
        throw new VaultError({ code: 'notSignedIn' })
      }
      await deps.sessionManager.begin({
        id: crypto.randomUUID(),
        rememberMe,
        browserSessionId,
        tokens: outcome.tokens,
        ...(domain !== undefined && { domain }),
      })
      if (
        requiredAcr !== undefined &&
        !reachesAcr(outcome.tokens, requiredAcr, deps.config.signIn.acrValues)
      ) {
        throw new VaultError({ code: 'levelNotReached' })
      }
      if (requiredAcr !== undefined) deps.recentSignIn.acceptLevel(requiredAcr)
      return {}
    default:
      throw new VaultError({ code: 'notAllowedNow' })
  }
}

/** @throws VaultError `notSignedIn` */
function currentSession({ sessionManager }: SignInDeps) {
  const session = sessionManager.current()
  if (!session) throw new VaultError({ code: 'notSignedIn' })
  return session
}
