import type { VaultConfig } from '#vault/protocol/messages.ts'
import { isAccessClaims, payloadOf, type TokenSet } from '#vault/session/tokens.ts'

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html

/**
 * What a sign-in by USER_AUTH is told besides the name: the last of the levels. Only who was asked for
 * a level is told which one they reached, and only that counts for a higher one later.
 */
export function signInAcr({ signIn: { acrValues } }: VaultConfig) {
  const lowest = acrValues?.split(' ').at(-1)
  return lowest === undefined ? {} : { acrParameters: { TARGET_ACR_VALUES: lowest } }
}

/** How far a session is on the way to the first of some levels. */
type AcrStatus = 'reached' | 'nextBest' | 'elsewhere' | 'unknown'

/**
 * Cognito refuses who has reached the level already, so the token is read first. `nextBest` is one of
 * the others: whether the person could reach a better one only Cognito knows. `elsewhere` is a level
 * that is not named.
 *
 * @param acrValues names with a space between them, the best first
 */
export function acrStatusOf(
  { accessToken, clockDriftMs }: TokenSet,
  acrValues: string,
  maxAgeSeconds: number,
): AcrStatus {
  const claims = payloadOf(accessToken)
  if (!isAccessClaims(claims) || claims.acr === undefined) return 'unknown'
  const { acr, auth_time: provedAt } = claims
  if ((Date.now() + clockDriftMs) / 1000 - provedAt > maxAgeSeconds) return 'unknown'
  const [best = '', ...others] = acrValues.split(' ')
  if (acr === best || rank(acr) >= rank(best)) return 'reached'
  return others.includes(acr) ? 'nextBest' : 'elsewhere'
}

/** Cognito's own names tell which is higher; those of a pool tell nothing. */
const rank = (name: string) => Number(/^urn:cognito:loa:(\d)$/.exec(name)?.[1])
