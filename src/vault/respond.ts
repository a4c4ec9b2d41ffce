import type { Attempt, Outcome, Steps, Traveller } from './attempt.ts'
import { advance } from './advance.ts'
import { VaultError } from './errors.ts'

/** Answers the challenge of an attempt. Whatever Cognito asks next is asked of the same person. */
export async function respond(
  steps: Steps,
  attempt: Attempt,
  responses: Record<string, string>,
): Promise<Outcome> {
  const { challengeName, session, username } = respondable(attempt)
  const response = await steps.call('RespondToAuthChallenge', {
    ChallengeName: challengeName,
    ClientId: steps.clientId,
    ...(session === undefined ? {} : { Session: session }),
    ChallengeResponses: { USERNAME: username, ...responses },
  })
  return advance(steps, response, travellerOf(attempt))
}

/** @throws VaultError `challengeExpired` where there is no session to answer with (any more). */
export function respondable({ respond: found }: Attempt) {
  if (!found) throw new VaultError({ code: 'challengeExpired' })
  return found
}

export function travellerOf({
  challenge,
  keep,
  respond: found,
  again,
  otherWay,
}: Attempt): Traveller {
  return {
    username: challenge.username,
    keep,
    ...(found && { cognitoUsername: found.username }),
    ...(again && { again }),
    ...(otherWay && { otherWay }),
  }
}
