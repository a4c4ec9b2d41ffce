import { answerChallenge } from './answer.ts'
import type { Attempt, Outcome } from './attempt.ts'
import { exceptionType, VaultError } from '#vault/wire/errors.ts'
import { identify } from './identify.ts'
import type { LateTools } from './lateTools.ts'
import type { LateCommands, Reauthentication } from './lateCommands.ts'
import { standingOf } from './levels.ts'
import { signIn } from './signIn.ts'
import { claimsOf } from '#vault/session/tokens.ts'

/** What was asked after the password. Beside the state: the session goes on whatever becomes of it. */
let asked: Attempt | undefined

/** A fresh sign-in of the same person: the one proof of presence that every pool has. */
export async function reauthenticate(
  tools: LateTools,
  { password }: LateCommands['reauthenticate']['input'],
): Promise<Reauthentication> {
  const { keep, tokens } = sessionOf(tools)
  const { username } = claimsOf(tokens)
  return settle(tools, await signIn(tools.steps, { username, password, keep }))
}

/** Whatever this pool has: https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html */
export async function proveAgain(
  tools: LateTools,
  { acrValues, maxAgeSeconds }: LateCommands['proveAgain']['input'],
): Promise<Reauthentication> {
  const { keep, tokens } = sessionOf(tools)
  const { username, userId } = claimsOf(tokens)
  if (acrValues === undefined) return settle(tools, await identify(tools.steps, { username, keep }))
  const standing = standingOf(tokens, acrValues, maxAgeSeconds)
  if (standing === 'reached') return {}
  const target = { TARGET_ACR_VALUES: acrValues }
  const identifyWith = (proof: Record<string, string>) =>
    identify(tools.steps, { username, keep, proof })
  try {
    const outcome = await tools.keeper.withAccessToken(userId, (ACCESS_TOKEN) =>
      identifyWith({ ...target, MAX_AGE: String(maxAgeSeconds), ACCESS_TOKEN }),
    )
    return await settle(tools, outcome)
  } catch (error) {
    if (exceptionType(error) !== 'InvalidParameterException' || standing === 'unknown') throw error
    // There is nothing better that they could prove.
    if (standing === 'nextBest') return {}
    // It may be that they reached a level above those named: all of it anew, where that can be done.
    return settle(tools, await identifyWith(target))
  }
}

export async function signOutElsewhere(
  tools: LateTools,
  { password }: LateCommands['signOutElsewhere']['input'],
): Promise<Reauthentication> {
  const { userId } = claimsOf(sessionOf(tools).tokens)
  const { call } = tools.steps
  await tools.keeper.withAccessToken(userId, (AccessToken) =>
    call('GlobalSignOut', { AccessToken }),
  )
  return reauthenticate(tools, { password })
}

export async function answerReauthentication(
  tools: LateTools,
  answer: LateCommands['answerReauthentication']['input'],
): Promise<Reauthentication> {
  sessionOf(tools)
  const { outcome, error } = await answerChallenge(tools.steps, asked, answer)
  const settled = await settle(tools, outcome)
  if (error) throw error
  return settled
}

async function settle(tools: LateTools, outcome: Outcome): Promise<Reauthentication> {
  asked = undefined
  const { run, keep, tokens } = sessionOf(tools)
  switch (outcome.to) {
    case 'challenge':
      asked = outcome.attempt
      return { challenge: outcome.attempt.challenge }
    case 'signedIn':
      // Somebody else by now, in another tab: what they may do is not what this person asked for.
      if (claimsOf(outcome.tokens).userId !== claimsOf(tokens).userId) {
        throw new VaultError({ code: 'notSignedIn' })
      }
      await tools.keeper.begin({ id: crypto.randomUUID(), keep, run, tokens: outcome.tokens })
      return {}
    default:
      throw new VaultError({ code: 'notAllowedNow' })
  }
}

function sessionOf({ keeper }: LateTools) {
  const session = keeper.current()
  if (!session) throw new VaultError({ code: 'notSignedIn' })
  return session
}
