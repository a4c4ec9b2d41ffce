import { advance } from './advance.ts'
import { respondable, travellerOf, type Attempt, type Outcome, type Steps } from './attempt.ts'
import { respondToAuthChallenge } from '#vault/devices/deviceSignIn.ts'

/** Answers the challenge of an attempt. Whatever Cognito asks next is asked of the same person. */
export async function respond(
  steps: Steps,
  attempt: Attempt,
  responses: Record<string, string>,
): Promise<Outcome> {
  const { challengeName, session, username } = respondable(attempt)
  const response = await respondToAuthChallenge(steps, {
    ChallengeName: challengeName,
    ...(session === undefined ? {} : { Session: session }),
    ChallengeResponses: { USERNAME: username, ...responses },
  })
  return advance(steps, response, travellerOf(attempt))
}
