import type {
  AdminRespondToAuthChallengeRequest,
  RespondToAuthChallengeRequest,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidSession, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import type { Checked } from '#local-cognito/http/constraints.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import { challenges } from './challenges.ts'

/** Hands the answer of a client or an administrator to the challenge that it names. */
export async function answerChallenge(
  cognito: Cognito,
  { client, pool }: { client: Client; pool: Pool },
  input: Checked<RespondToAuthChallengeRequest | AdminRespondToAuthChallengeRequest>,
) {
  const { ChallengeName: name, Session: session, ChallengeResponses: responses = {} } = input
  if (Object.keys(responses).length === 0)
    throw invalidParameter('Missing required parameter challenge responses.')
  const challenge = challenges[name]
  for (const key of challenge?.answers ?? ['USERNAME']) requiredParameter(responses, key)
  if (challenge) return challenge.answer({ cognito, pool, client, name, session, responses })
  // This challenge is never issued, so the session belongs to another one, or does not exist.
  sessionFor(cognito, client, name, session)
  throw invalidSession()
}
