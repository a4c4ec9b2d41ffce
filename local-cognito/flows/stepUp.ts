import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import { levelOf, levelsNamed, reaching, type Level } from '#local-cognito/factors/levels.ts'
import { askSecondFactor } from '#local-cognito/factors/secondFactor.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Candidate } from '#local-cognito/sign-in/candidate.ts'
import { welcome } from '#local-cognito/sign-in/admit.ts'
import { bearerOf } from '#local-cognito/tokens/accessToken.ts'

interface Asking {
  cognito: Cognito
  pool: Pool
  client: Client
  candidate: Candidate
  parameters: Record<string, string>
}

interface StepUp {
  /** The level to reach: the first of those asked for that this person can. */
  target: Level
  /** What is left to do, where the access token says that some of it was done: a factor, or tokens. */
  rest?: InitiateAuthResponse | undefined
}

/**
 * TARGET_ACR_VALUES, MAX_AGE and ACCESS_TOKEN of USER_AUTH: somebody signed in proves what is missing
 * for a level, and nothing that they have proved already, unless it is too long ago.
 * @throws CognitoError `InvalidParameterException` and `NotAuthorizedException`, in words of our own
 */
export async function stepUp(asking: Asking): Promise<StepUp | undefined> {
  const { cognito, pool, client, candidate, parameters } = asking
  const { TARGET_ACR_VALUES: names, ACCESS_TOKEN: token, MAX_AGE: age } = parameters
  if (names === undefined) {
    if (token !== undefined)
      throw invalidParameter('ACCESS_TOKEN requires TARGET_ACR_VALUES to be provided.')
    return undefined
  }
  if (age !== undefined && !/^\d+$/.test(age))
    throw invalidParameter('MAX_AGE must be a non-negative integer.')
  const levels = levelsNamed(pool, names)
  if (levels.length === 0) throw invalidParameter('TARGET_ACR_VALUES has no valid value.')
  const { user, exists } = candidate
  // Whoever is nobody is asked what anybody would be.
  if (!exists) return { target: 1 }
  const target = levels.find((level) => reaching(pool, user, level).length > 0)
  if (target === undefined)
    throw notAuthorized('User cannot satisfy any of the requested authentication levels.')
  if (token === undefined) return { target }
  const bearer = await bearerOf(cognito, token)
  if (bearer.user !== user)
    throw notAuthorized('Access Token was not issued for the requested user.')
  const { amr = [], authTime } = bearer.family
  const isFresh = age === undefined || cognito.now() / 1000 - authTime <= Number(age)
  if (!isFresh) return { target }
  const deviceKey = parameters['DEVICE_KEY']
  if (levelOf(amr) >= target && amr.length > 0) {
    return {
      target,
      rest: await welcome(cognito, pool, client, user, deviceKey, { amr, authTime }),
    }
  }
  const second = target === 3 && amr.includes('pwd')
  return {
    target,
    rest: second ? askSecondFactor(cognito, pool, client, user, deviceKey) : undefined,
  }
}
