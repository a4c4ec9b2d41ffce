import { levelOf, methodsIn } from '#local-cognito/auth/factors/assurance.ts'
import {
  meetsMfaRequirement,
  missingFactors,
  type MissingFactors,
} from '#local-cognito/auth/factors/missingFactors.ts'
import type { ResolvedUser } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import { levelsNamed } from '#local-cognito/pools/acr.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Assurance, StepUp, TokenFamily } from '#local-cognito/signInRecords.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'

interface StepUpCall {
  cognito: Cognito
  pool: Pool
  client: Client
  resolvedUser: ResolvedUser
  parameters: Record<string, string>
}

/** Level to reach, and the factors to ask for first. */
interface StepUpStart {
  stepUp: StepUp
  missing: MissingFactors
}

/**
 * Step-up: TARGET_ACR_VALUES, MAX_AGE and ACCESS_TOKEN of USER_AUTH. Takes the first of the named
 * levels that the user can reach, and the factors it needs beyond those that the token proves. The
 * refusals are those of the developer guide ("Step-up authentication with the USER_AUTH flow") and
 * the API reference (InitiateAuth); the messages are our own.
 * @returns undefined where no level is requested
 * @throws CognitoError
 */
export async function stepUp(call: StepUpCall): Promise<StepUpStart | undefined> {
  const { cognito, pool, parameters } = call
  if (cognito.assumptions.authenticationLevels === 'areIgnored') return undefined
  const { TARGET_ACR_VALUES: names, ACCESS_TOKEN: token, MAX_AGE: age } = parameters
  if (names === undefined && token !== undefined)
    throw invalidParameter('ACCESS_TOKEN requires TARGET_ACR_VALUES.')
  if (age !== undefined && !/^\d{1,9}$/.test(age))
    throw invalidParameter('MAX_AGE must be a non-negative integer.')
  if (names === undefined) return undefined
  // Our own message; the guide lists step-up among the features of the higher tiers.
  if (pool.settings.UserPoolTier === 'LITE')
    throw new CognitoError(
      'FeatureUnavailableInTierException',
      'Authentication levels are not available in the LITE pricing tier.',
    )
  const levels = levelsNamed(pool, names)
  if (levels.length === 0) throw invalidParameter('TARGET_ACR_VALUES has no valid value.')
  const family = token === undefined ? undefined : await familyOfToken(call, token)
  const before = family && assuranceOf(call, family, age)
  const methods = before ? methodsIn(before) : []
  const continues =
    cognito.assumptions.stepUpFamily === 'isContinued' && family ? { family: family.eventId } : {}
  const [stepUpStart] = levels.flatMap(
    (target) => stepUpTo(call, { target, methods, ...continues }) ?? [],
  )
  if (!stepUpStart) throw noFactors()
  return levelOf(methods) < stepUpStart.stepUp.target
    ? stepUpStart
    : stepUpFurther(call, stepUpStart.stepUp, before)
}

function stepUpTo({ pool, resolvedUser }: StepUpCall, step: StepUp): StepUpStart | undefined {
  const missing = missingFactors(pool, resolvedUser.user, step)
  return missing && { stepUp: step, missing }
}

/** Handles a level that the token already reaches. */
function stepUpFurther(call: StepUpCall, step: StepUp, before: Assurance | undefined): StepUpStart {
  const { pool, resolvedUser } = call
  const { target, methods } = step
  // A level name that the pool has since dropped counts for no level.
  const isCurrent = before && levelsNamed(pool, before.acr).some((level) => level >= target)
  if (isCurrent && meetsMfaRequirement(pool, resolvedUser.user, methods))
    throw invalidParameter('ACCESS_TOKEN already satisfies the requested authentication level.')
  // Asks for two factors where MFA is required; otherwise asks for everything again.
  const mfaFactors = isCurrent && missingFactors(pool, resolvedUser.user, { target: 3, methods })
  if (mfaFactors) return { stepUp: step, missing: mfaFactors }
  const fromScratch = stepUpTo(call, { ...step, methods: [] })
  if (!fromScratch) throw noFactors()
  return fromScratch
}

const noFactors = () =>
  invalidParameter('User has no factors for any of the requested authentication levels.')

/** @throws CognitoError for an invalid access token, or one of another client or user */
async function familyOfToken({ cognito, client, resolvedUser }: StepUpCall, token: string) {
  const { user, family, ...caller } = await callerOf(cognito, token)
  // One message for another user's token and for an unknown user, so that usernames cannot be
  // probed.
  if (user !== resolvedUser.user || caller.client !== client)
    throw notAuthorized('Access Token was not issued for this user and client.')
  return family
}

/**
 * Reads the `acr` and `amr` of an access token, unless it is older than MAX_AGE. Only sign-ins that
 * asked for a level have them.
 */
function assuranceOf(
  { cognito }: StepUpCall,
  family: TokenFamily,
  age: string | undefined,
): Assurance | undefined {
  const since = Math.floor(cognito.now() / 1000) - family.authTime
  return age !== undefined && since > Number(age) ? undefined : family.assurance
}
