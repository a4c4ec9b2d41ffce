import { CognitoError } from '#local-cognito/errors.ts'
import { verifyAccessToken } from '#local-cognito/tokens/accessToken.ts'
import { attributesInScope } from '#local-cognito/tokens/scopes.ts'
import { readableAttributes } from '#local-cognito/users/attributes.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { clientJson } from './responses.ts'

/** `GET /oauth2/userInfo`: attributes of the token's user, all of them strings. */
export async function userInfo({ cognito, pool, request }: OAuthRequest) {
  const [, token] = /^Bearer (\S+)$/i.exec(request.headers.get('Authorization') ?? '') ?? []
  if (token === undefined)
    return refuse(400, 'invalid_request', 'Bad OAuth2 request at UserInfo Endpoint')
  try {
    const { client, user, scopes, ...caller } = await verifyAccessToken(cognito, token)
    if (caller.pool !== pool) return refuse(401, 'invalid_token', ENDED)
    if (!scopes.includes('openid'))
      return refuse(401, 'invalid_token', 'Access token does not contain openid scope')
    const { sub, ...readable } = readableAttributes(client, user)
    return clientJson({ sub, ...attributesInScope(scopes, readable), username: user.username })
  } catch (error) {
    if (error instanceof CognitoError) return refuse(401, 'invalid_token', ENDED)
    throw error
  }
}

const ENDED = 'Access token is expired, disabled, or deleted, or the user has globally signed out.'

function refuse(status: number, error: string, error_description: string) {
  const response = clientJson({ error, error_description }, status)
  const words = `error="${error}", error_description="${error_description}"`
  response.headers.set('WWW-Authenticate', words)
  return response
}
