import { CognitoError, type ErrorType } from '#local-cognito/errors.ts'
import { revokeRefreshToken } from '#local-cognito/tokens/revokeRefreshToken.ts'
import { authenticateClient } from './clientAuth.ts'
import { OAuthError, withOAuthErrors } from './oauthError.ts'
import type { OAuthRequest } from './oauthRequest.ts'

/**
 * `POST /oauth2/revoke` (RFC 7009): RevokeToken for OAuth clients. Answers neither a body nor a
 * content type, also for unknown tokens.
 */
export const revoke = (oauthRequest: OAuthRequest) =>
  withOAuthErrors(async () => {
    const client = authenticateClient(oauthRequest, 401)
    try {
      await revokeRefreshToken(
        oauthRequest.cognito.store,
        client,
        oauthRequest.form.get('token') ?? '',
      )
    } catch (error) {
      if (error instanceof CognitoError) throw toOAuthError(error.type)
      throw error
    }
    return new Response(null)
  })

function toOAuthError(type: ErrorType) {
  if (type === 'UnsupportedTokenTypeException') return new OAuthError('unsupported_token_type')
  if (type === 'UnauthorizedException') return new OAuthError('invalid_client', undefined, 401)
  return new OAuthError('invalid_request')
}
