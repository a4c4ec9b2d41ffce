import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import { notAuthorized } from '#local-cognito/errors.ts'
import { askFirstFactor, openFor, type Choice } from '#local-cognito/auth/factors/askFirstFactor.ts'
import type { FirstFactor } from '#local-cognito/auth/factors/firstFactors.ts'
import { lacking } from '#local-cognito/auth/factors/missingFactors.ts'
import { askOneOf } from '#local-cognito/auth/factors/askSecondFactor.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { Course } from '#local-cognito/signInRecords.ts'

/**
 * Asks for what is still missing for the level that a sign-in is to reach, if anything is. All or
 * nothing: until it is reached, there are no tokens (developer guide, "Step-up authentication with
 * the USER_AUTH flow").
 * @throws CognitoError where it cannot be reached any more
 */
export function askRest(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  course: Course,
): Promise<RespondToAuthChallengeResponse> | RespondToAuthChallengeResponse | undefined {
  if (!course.stepUp) return undefined
  const rest = lacking(pool, user, course.stepUp)
  if (!rest) throw notAuthorized('User can no longer satisfy the requested authentication level.')
  const [only, ...others] = rest.first
  if (rest.second.length > 0) return askOneOf(cognito, client, user, rest.second, course)
  const choice = { cognito, pool, client, candidate: { user, exists: true }, given: {}, course }
  if (only && others.length > 0) return askWhich(choice, rest.first)
  return only && askFirstFactor(choice, only)
}

/** SELECT_CHALLENGE. */
export const askWhich = (
  choice: Choice,
  available: FirstFactor[],
): RespondToAuthChallengeResponse => ({
  ChallengeName: 'SELECT_CHALLENGE',
  Session: openFor(choice, 'SELECT_CHALLENGE', { offered: available }),
  ChallengeParameters: {},
  AvailableChallenges: available,
})
