import type { Cognito } from '#local-cognito/cognito.ts'
import { levelsNamed, nameOfLevel } from '#local-cognito/pools/acr.ts'
import { findProvider } from '#local-cognito/pools/identityProviders.ts'
import type { Authorization, Level, Pool } from '#local-cognito/records.ts'
import type { Assurance } from '#local-cognito/signInRecords.ts'
import { OAuthError } from './oauthError.ts'

/**
 * Reads `acr_values` and `max_age` (developer guide, "Authorize endpoint" and "Login endpoint").
 * The former has no effect in the LITE tier; the latter none here, since the domain has no session.
 * @returns undefined where no level is requested
 * @throws OAuthError
 */
export function readLevels(
  { assumptions }: Cognito,
  pool: Pool,
  query: URLSearchParams,
): Level[] | undefined {
  if (assumptions.authenticationLevels === 'areIgnored') return undefined
  const age = query.get('max_age')
  if (age !== null && !/^\d{1,9}$/.test(age))
    throw new OAuthError('invalid_request', 'max_age must be a non-negative integer')
  const names = query.get('acr_values')
  if (names === null || pool.settings.UserPoolTier === 'LITE') return undefined
  const levels = levelsNamed(pool, names)
  if (levels.length === 0) throw new OAuthError('invalid_request', 'acr_values has no valid value')
  return levels
}

/**
 * Builds the `acr` and `amr` of a federated sign-in. The provider's `AcrMapping` decides the level,
 * else it is the lowest; the sample provider reaches the first mapped level that was requested.
 * Providers do not report the methods used.
 */
export function providerAssurance(
  pool: Pool,
  { provider, levels }: Authorization,
): Assurance | undefined {
  if (!levels) return undefined
  const mapping = findProvider(pool, provider)?.settings.AcrMapping
  const level = levels.find((each) => mapping?.[`Level${each}`] !== undefined) ?? 1
  return { acr: nameOfLevel(pool, level), amr: ['fed'] }
}
