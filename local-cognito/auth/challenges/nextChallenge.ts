import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import {
  askFirstFactor,
  type FirstFactorCall,
  openFirstFactorSession,
} from '#local-cognito/auth/factors/askFirstFactor.ts'
import { askMfaFactorOf } from '#local-cognito/auth/factors/askSecondFactor.ts'
import type { FirstFactor } from '#local-cognito/auth/factors/firstFactors.ts'
import { missingFactors } from '#local-cognito/auth/factors/missingFactors.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { SignInProgress } from '#local-cognito/signInRecords.ts'

/**
 * Asks for the factors that the requested level still needs. Nothing is issued until the level is
 * reached (developer guide, "Step-up authentication with the USER_AUTH flow").
 * @returns undefined where no level was requested, or none of its factors is missing
 * @throws CognitoError where the level has become unreachable
 */
export function nextChallenge(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  progress: SignInProgress,
): Promise<RespondToAuthChallengeResponse> | RespondToAuthChallengeResponse | undefined {
  if (!progress.stepUp) return undefined
  const missing = missingFactors(pool, user, progress.stepUp)
  if (!missing)
    throw notAuthorized('User can no longer satisfy the requested authentication level.')
  const [only, ...others] = missing.first
  if (missing.second.length > 0)
    return askMfaFactorOf(cognito, client, user, missing.second, progress)
  const call = {
    cognito,
    pool,
    client,
    resolvedUser: { user, exists: true },
    parameters: {},
    progress,
  }
  if (only && others.length > 0) return askToSelect(call, missing.first)
  return only && askFirstFactor(call, only)
}

/** Answers SELECT_CHALLENGE with these factors to choose from. */
export const askToSelect = (
  call: FirstFactorCall,
  available: FirstFactor[],
): RespondToAuthChallengeResponse => ({
  ChallengeName: 'SELECT_CHALLENGE',
  Session: openFirstFactorSession(call, 'SELECT_CHALLENGE', { offered: available }),
  ChallengeParameters: {},
  AvailableChallenges: available,
})
