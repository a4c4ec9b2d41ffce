import type { VaultConfig } from '#vault/protocol/messages.ts'
import { isAccessClaims, payloadOf, readClaims, type TokenSet } from '#vault/session/tokens.ts'

// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-step-up-authentication.html

/**
 * Makes the ACR parameters for an ordinary sign-in: the lowest level that the config names. Without them the
 * access token has no `acr` claim, and a later step-up would start from nothing.
 */
export function signInAcr({ signIn: { acrValues } }: VaultConfig) {
  const lowest = acrValues?.split(' ').at(-1)
  return lowest === undefined ? {} : { acrParameters: { TARGET_ACR_VALUES: lowest } }
}

type AcrStatus =
  /** The session has the first level, or a higher one. */
  | 'reached'
  /** The session has another of the named levels. Only Cognito knows whether the user can reach a better one. */
  | 'alternative'
  /** The session has a level that is not named. */
  | 'unrelated'
  /** The tokens carry no level, or it was reached too long ago. */
  | 'unknown'

/**
 * Compares the level of a session with the wanted ones. It is read from the access token, because Cognito
 * refuses a step-up to a level that the user has already reached.
 *
 * @param acrValues names of levels, separated by spaces, the best first.
 */
export function acrStatusOf(
  { accessToken, clockDriftMs }: TokenSet,
  acrValues: string,
  maxAgeSeconds: number,
): AcrStatus {
  const claims = payloadOf(accessToken)
  if (!isAccessClaims(claims) || claims.acr === undefined) return 'unknown'
  const { acr, auth_time: authTime } = claims
  if ((Date.now() + clockDriftMs) / 1000 - authTime > maxAgeSeconds) return 'unknown'
  const [best = '', ...others] = acrValues.split(' ')
  if (acr === best || rank(acr) >= rank(best)) return 'reached'
  return others.includes(acr) ? 'alternative' : 'unrelated'
}

/**
 * Whether tokens have one of the wanted levels, or a higher one. Cognito may issue tokens without a level to a
 * sign-in that asked for one, so that "your application must verify that the acr claim matches" (developer guide,
 * "Step-up authentication").
 *
 * @param acrValues names of levels, separated by spaces.
 * @param allValues the config's levels, the best first: the only order that a pool's own names have.
 */
export function reachesAcr({ accessToken }: TokenSet, acrValues: string, allValues = ''): boolean {
  const { acr } = readClaims(isAccessClaims, accessToken, 'AccessToken')
  if (acr === undefined) return false
  const order = allValues.split(' ')
  return acrValues
    .split(' ')
    .some(
      (wanted) =>
        acr === wanted ||
        rank(acr) > rank(wanted) ||
        (order.includes(acr) && order.indexOf(acr) < order.indexOf(wanted)),
    )
}

/** @returns NaN for a pool's own name, which does not say how high the level is. */
const rank = (acr: string) => Number(/^urn:cognito:loa:(\d)$/.exec(acr)?.[1])
