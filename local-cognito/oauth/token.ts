import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { sha256, toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import { customScopes } from '#local-cognito/pools/resourceServers.ts'
import type { Authorization, Client } from '#local-cognito/records.ts'
import { inPool } from '#local-cognito/store.ts'
import { findRefreshToken, rotateAndRenew } from '#local-cognito/tokens/refresh.ts'
import { signClientToken, startTokenFamily } from '#local-cognito/tokens/tokens.ts'
import { providerAssurance } from './acr.ts'
import { authenticateClient } from './clientAuth.ts'
import { OAuthError, withOAuthErrors } from './oauthError.ts'
import type { OAuthRequest } from './oauthRequest.ts'
import { clientJson } from './responses.ts'

/** `POST /oauth2/token`: exchanges a code or a refresh token for tokens. */
export const token = (oauthRequest: OAuthRequest) =>
  withOAuthErrors(async () => {
    const grant = oauthRequest.form.get('grant_type')
    if (grant === null) throw new OAuthError('invalid_request')
    const client = authenticateClient(oauthRequest)
    switch (grant) {
      case 'authorization_code':
        return exchange(oauthRequest, client)
      case 'refresh_token':
        return refresh(oauthRequest, client)
      case 'client_credentials':
        return issueToClient(oauthRequest, client)
      default:
        throw new OAuthError('unsupported_grant_type')
    }
  })

async function exchange({ cognito, pool, form }: OAuthRequest, client: Client) {
  const { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows, CallbackURLs } = client.settings
  if (!AllowedOAuthFlowsUserPoolClient || !AllowedOAuthFlows?.includes('code'))
    throw new OAuthError('unauthorized_client')
  const code = form.get('code')
  const redirectUri = form.get('redirect_uri')
  if (!code || !redirectUri) throw new OAuthError('invalid_request')
  if (!CallbackURLs?.includes(redirectUri))
    throw new OAuthError('unauthorized_client', 'invalid_redirect')
  const granted = pool.authorizations?.find((each) => each.code === code)
  // A mismatch does not consume the code: it was not the owner's request.
  if (!granted || granted.clientId !== client.id || granted.redirectUri !== redirectUri)
    throw new OAuthError('invalid_grant')
  pool.authorizations = pool.authorizations?.filter((each) => each !== granted) ?? []
  if (cognito.now() >= granted.expiresAt) throw new OAuthError('invalid_grant')
  await checkVerifier(granted, form.get('code_verifier'))
  const { username, sub, scopes, nonce } = granted
  const user = cognito.store.users.get(inPool(pool.id, username))
  if (user?.sub !== sub || !user.enabled) throw new OAuthError('invalid_grant')
  // The domain hands out no device key. Where devices are tracked, the API therefore refuses to
  // refresh these tokens.
  const assurance = providerAssurance(pool, granted)
  const hosted: Cognito = { ...cognito, tokenSource: 'HostedAuth' }
  const tokens = await startTokenFamily(hosted, pool, client, user, undefined, {
    scopes,
    nonce,
    assurance,
  })
  return answer(tokens, scopes)
}

/**
 * Verifies PKCE (RFC 7636, section 4.6). A verifier for a code without a challenge is refused too
 * (RFC 9700, 2.1.1).
 */
async function checkVerifier({ codeChallenge }: Authorization, verifier: string | null) {
  if (codeChallenge === undefined && verifier === null) return
  const right = toBase64Url(await sha256(utf8(verifier ?? '')))
  if (verifier === null || right !== codeChallenge) throw new OAuthError('invalid_grant')
}

async function refresh({ cognito, pool, form }: OAuthRequest, client: Client) {
  const given = form.get('refresh_token')
  if (!given) throw new OAuthError('invalid_request')
  try {
    const find = () => findRefreshToken(cognito, client, given)
    const { scopes } = (await find()).family
    return answer(await rotateAndRenew(cognito, pool, client, find), scopes)
  } catch (error) {
    if (error instanceof CognitoError) throw new OAuthError('invalid_grant')
    throw error
  }
}

/**
 * Grants custom scopes only, since the others are about a user: the requested ones, or else all of
 * the client's.
 */
async function issueToClient({ cognito, pool, form }: OAuthRequest, client: Client) {
  const { AllowedOAuthFlowsUserPoolClient, AllowedOAuthFlows, AllowedOAuthScopes } = client.settings
  if (!AllowedOAuthFlowsUserPoolClient || !AllowedOAuthFlows?.includes('client_credentials'))
    throw new OAuthError('unauthorized_client')
  const allowed = customScopes(pool).filter((scope) => AllowedOAuthScopes?.includes(scope))
  const asked = (form.get('scope') ?? '').split(' ').filter((scope) => scope !== '')
  const scopes = asked.length === 0 ? allowed : [...new Set(asked)]
  if (scopes.length === 0 || scopes.some((scope) => !allowed.includes(scope)))
    throw new OAuthError('invalid_scope')
  return answer(await signClientToken(cognito, pool, client, scopes), [])
}

/**
 * An ID token requires the scope `openid`; families from API sign-ins, which have no scopes, always
 * get one.
 */
const answer = (tokens: AuthenticationResultType, scopes: string[] | undefined) =>
  clientJson({
    ...((scopes?.includes('openid') ?? true) && { id_token: tokens.IdToken }),
    access_token: tokens.AccessToken,
    refresh_token: tokens.RefreshToken,
    expires_in: tokens.ExpiresIn,
    token_type: tokens.TokenType,
  })
