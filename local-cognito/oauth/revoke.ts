import { CognitoError, type ErrorType } from '#local-cognito/errors.ts'
import { revokeRefreshToken } from '#local-cognito/tokens/revokeRefreshToken.ts'
import { callingClient } from './clientAuth.ts'
import type { Visit } from './oauthRequest.ts'
import { answeringErrors, OAuthError } from './oauthError.ts'

/** `POST /oauth2/revoke` (RFC 7009): what RevokeToken does, and zero bytes also for what is unknown. */
export const revoke = (visit: Visit) =>
  answeringErrors(async () => {
    const client = callingClient(visit, 401)
    try {
      await revokeRefreshToken(visit.cognito.store, client, visit.form.get('token') ?? '')
    } catch (error) {
      if (error instanceof CognitoError) throw inOAuth(error.type)
      throw error
    }
    return new Response('')
  })

function inOAuth(type: ErrorType) {
  if (type === 'UnsupportedTokenTypeException') return new OAuthError('unsupported_token_type')
  if (type === 'UnauthorizedException') return new OAuthError('invalid_client', undefined, 401)
  return new OAuthError('invalid_request')
}
