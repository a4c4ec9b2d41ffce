import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Client } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { hashOf } from './tokens.ts'

/**
 * Ends a sign-in: revokes all tokens that descend from it, whichever of its refresh tokens is
 * given. Revoking an unknown or already revoked token succeeds (RFC 7009, section 2.2).
 * @throws CognitoError `UnsupportedOperationException`, `UnsupportedTokenTypeException`,
 *   `InvalidParameterException`, `UnauthorizedException`
 */
export async function revokeRefreshToken(store: Store, client: Client, token: string) {
  if (!client.settings.EnableTokenRevocation)
    throw new CognitoError(
      'UnsupportedOperationException',
      'This feature is not enabled for this client',
    )
  if (token === '') throw invalidParameter('Token is required')
  // ID and access tokens have three parts; the format of a refresh token is opaque to clients.
  if (token.split('.').length === 3)
    throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type')
  const family = store.families.get(store.refreshTokens.get(await hashOf(token)) ?? '')
  if (family && family.clientId !== client.id) throw unauthorizedClient()
  if (family) family.revoked = true
}

export const unauthorizedClient = () =>
  new CognitoError('UnauthorizedException', 'Invalid client or secret')
