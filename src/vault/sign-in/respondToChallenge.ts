import { readAuthResponse } from './readAuthResponse.ts'
import {
  cognitoChallengeOf,
  signInContextOf,
  type PendingChallenge,
  type Outcome,
  type FlowDeps,
} from './pendingChallenge.ts'
import { respondToAuthChallenge } from './deviceSignIn.ts'

/** Answers the challenge of an attempt. Whatever Cognito asks next is asked of the same person. */
export async function respondToChallenge(
  flow: FlowDeps,
  pending: PendingChallenge,
  responses: Record<string, string>,
): Promise<Outcome> {
  const { challengeName, session, username } = cognitoChallengeOf(pending)
  const response = await respondToAuthChallenge(flow, {
    ChallengeName: challengeName,
    ...(session === undefined ? {} : { Session: session }),
    ChallengeResponses: { USERNAME: username, ...responses },
  })
  return readAuthResponse(flow, response, signInContextOf(pending))
}
