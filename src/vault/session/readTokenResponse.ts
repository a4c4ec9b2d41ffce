import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { isAccessClaims, isIdClaims, malformed, readClaims, type TokenSet } from './tokens.ts'

/**
 * Takes the tokens from an answer of Cognito's, whole or not at all.
 *
 * @param kept the refresh token to keep where the answer brings none (a refresh without rotation).
 * @throws VaultError `unexpected` naming the token that is missing, malformed or for another client.
 */
export function readTokenResponse(
  result: AuthenticationResultType,
  clientId: string,
  now: number,
  kept?: string,
): TokenSet {
  const { AccessToken: accessToken, IdToken: idToken } = result
  const refreshToken = result.RefreshToken ?? kept
  if (!accessToken) throw malformed('AccessToken')
  if (!idToken) throw malformed('IdToken')
  if (!refreshToken) throw malformed('RefreshToken')
  const id = readClaims(isIdClaims, idToken, 'IdToken')
  const access = readClaims(isAccessClaims, accessToken, 'AccessToken')
  if (id.aud !== clientId) throw malformed('IdToken')
  if (access.client_id !== clientId || access.sub !== id.sub) throw malformed('AccessToken')
  return { accessToken, idToken, refreshToken, clockDriftMs: access.iat * 1000 - now }
}
