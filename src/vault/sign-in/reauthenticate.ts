import { answerChallenge } from './answerChallenge.ts'
import type { PendingChallenge, Outcome } from './pendingChallenge.ts'
import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import { startUserAuth } from './startUserAuth.ts'
import type { SignInDeps } from './signInDeps.ts'
import type { SignInCommands, Reauthentication } from '#vault/protocol/commands.ts'
import { acrStatusOf } from './acr.ts'
import { signIn } from './signIn.ts'
import { claimsOf } from '#vault/session/tokens.ts'

/** What was asked after the password. Beside the state: the session goes on whatever becomes of it. */
let pendingReauthentication: PendingChallenge | undefined

/** A fresh sign-in of the same person: the one proof of presence that every pool has. */
export async function reauthenticate(
  deps: SignInDeps,
  { password }: SignInCommands['reauthenticate']['input'],
): Promise<Reauthentication> {
  const { rememberMe, tokens } = sessionOf(deps)
  const { username } = claimsOf(tokens)
  return applyReauthentication(deps, await signIn(deps.flow, { username, password, rememberMe }))
}

/** Whatever this pool has: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html */
export async function stepUp(
  deps: SignInDeps,
  { acrValues, maxAgeSeconds }: SignInCommands['proveAgain']['input'],
): Promise<Reauthentication> {
  const { rememberMe, tokens } = sessionOf(deps)
  const { username, userId } = claimsOf(tokens)
  if (acrValues === undefined)
    return applyReauthentication(deps, await startUserAuth(deps.flow, { username, rememberMe }))
  const standing = acrStatusOf(tokens, acrValues, maxAgeSeconds)
  if (standing === 'reached') return {}
  const target = { TARGET_ACR_VALUES: acrValues }
  const identifyWith = (acrParameters: Record<string, string>) =>
    startUserAuth(deps.flow, { username, rememberMe, acrParameters })
  try {
    const outcome = await deps.sessionManager.withAccessToken(userId, (ACCESS_TOKEN) =>
      identifyWith({ ...target, MAX_AGE: String(maxAgeSeconds), ACCESS_TOKEN }),
    )
    return await applyReauthentication(deps, outcome)
  } catch (error) {
    if (exceptionType(error) !== 'InvalidParameterException' || standing === 'unknown') throw error
    // There is nothing better that they could prove.
    if (standing === 'nextBest') return {}
    // It may be that they reached a level above those named: all of it anew, where that can be done.
    return applyReauthentication(deps, await identifyWith(target))
  }
}

export async function signOutElsewhere(
  deps: SignInDeps,
  { password }: SignInCommands['signOutElsewhere']['input'],
): Promise<Reauthentication> {
  const { userId } = claimsOf(sessionOf(deps).tokens)
  const { call } = deps.flow
  await deps.sessionManager.withAccessToken(userId, (AccessToken) =>
    call('GlobalSignOut', { AccessToken }),
  )
  return reauthenticate(deps, { password })
}

export async function answerReauthentication(
  deps: SignInDeps,
  answer: SignInCommands['answerReauthentication']['input'],
): Promise<Reauthentication> {
  sessionOf(deps)
  const { outcome, error } = await answerChallenge(deps.flow, pendingReauthentication, answer)
  const settled = await applyReauthentication(deps, outcome)
  if (error) throw error
  return settled
}

async function applyReauthentication(
  deps: SignInDeps,
  outcome: Outcome,
): Promise<Reauthentication> {
  pendingReauthentication = undefined
  const { browserSessionId, rememberMe, tokens } = sessionOf(deps)
  switch (outcome.kind) {
    case 'challenge':
      pendingReauthentication = outcome.pending
      return { challenge: outcome.pending.challenge }
    case 'signedIn':
      // Somebody else by now, in another tab: what they may do is not what this person asked for.
      if (claimsOf(outcome.tokens).userId !== claimsOf(tokens).userId) {
        throw new VaultError({ code: 'notSignedIn' })
      }
      await deps.sessionManager.begin({
        id: crypto.randomUUID(),
        rememberMe,
        browserSessionId,
        tokens: outcome.tokens,
      })
      return {}
    default:
      throw new VaultError({ code: 'notAllowedNow' })
  }
}

function sessionOf({ sessionManager }: SignInDeps) {
  const session = sessionManager.current()
  if (!session) throw new VaultError({ code: 'notSignedIn' })
  return session
}
