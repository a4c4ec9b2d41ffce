import { respondToAuthChallenge } from './deviceSignIn.ts'
import { handleAccountStatus } from './handleAccountStatus.ts'
import { cognitoChallengeOf, signInContextOf } from './pendingChallenge.ts'
import type { Outcome, PendingChallenge } from './pendingChallenge.ts'
import { readAuthResponse } from './readAuthResponse.ts'
import type { SignInDeps } from './signInDeps.ts'

/** Answers a pending challenge with these ChallengeResponses and reads what Cognito asks next. */
export async function respondToChallenge(
  deps: SignInDeps,
  pending: PendingChallenge,
  responses: Record<string, string>,
): Promise<Outcome> {
  const { challengeName, session, cognitoUsername } = cognitoChallengeOf(pending)
  const context = signInContextOf(pending)
  return handleAccountStatus(deps, context, async () => {
    const response = await respondToAuthChallenge(deps, {
      ChallengeName: challengeName,
      Session: session,
      ChallengeResponses: { USERNAME: cognitoUsername, ...responses },
    })
    return readAuthResponse(deps, response, context)
  })
}
