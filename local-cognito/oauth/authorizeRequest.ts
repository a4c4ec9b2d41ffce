import { matchProvider, providersOf } from '#local-cognito/pools/identityProviders.ts'
import { poolScopes } from '#local-cognito/pools/resourceServers.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'
import type { Client, HostedSignIn, Pool } from '#local-cognito/records.ts'
import { readLevels } from './acr.ts'
import { OAuthError } from './oauthError.ts'
import type { OAuthRequest } from './oauthRequest.ts'

/** Time in milliseconds to finish at the provider. */
const SIGN_IN_TIMEOUT = 15 * 60 * 1000

type AuthorizeRequest = Omit<HostedSignIn, 'id' | 'provider'>

/**
 * Validates a request to `/oauth2/authorize` whose client and redirect URI are valid.
 * @throws OAuthError, to be redirected to the client
 */
export function readAuthorizeRequest(
  { pool, query, cognito }: OAuthRequest,
  client: Client,
): AuthorizeRequest {
  const { AllowedOAuthFlowsUserPoolClient: isOn, AllowedOAuthFlows: flows } = client.settings
  const type = query.get('response_type')
  if (type !== 'code' && type !== 'token')
    throw new OAuthError('invalid_request', 'response_type must be code')
  // Implicit grants are not supported, whatever the client allows.
  if (type === 'token' || !isOn || !flows?.includes('code'))
    throw new OAuthError('unauthorized_client', `The client may not use ${type}`)
  return {
    clientId: client.id,
    redirectUri: query.get('redirect_uri') ?? '',
    scopes: readScopes(pool, client, query.get('scope') ?? ''),
    state: query.get('state') ?? undefined,
    nonce: query.get('nonce') ?? undefined,
    codeChallenge: readChallenge(query),
    levels: readLevels(cognito, pool, query),
    loginHint: query.get('login_hint') ?? undefined,
    expiresAt: cognito.now() + SIGN_IN_TIMEOUT,
  }
}

/** PKCE is optional, as on AWS, but must be complete where it is used. */
function readChallenge(query: URLSearchParams) {
  const challenge = query.get('code_challenge')
  const method = query.get('code_challenge_method')
  if (challenge === null && method === null) return undefined
  if (method !== 'S256')
    throw new OAuthError('invalid_request', 'code_challenge_method must be S256')
  // Base64url of 32 bytes (RFC 7636, section 4.2).
  if (challenge === null || !/^[\w-]{43}$/.test(challenge))
    throw new OAuthError('invalid_request', 'code_challenge must be the SHA-256 of a verifier')
  return challenge
}

const OF_OPENID = ['phone', 'email', 'profile']

/** Defaults to all scopes of the client. AWS reports an invalid one in this unusual form. */
function readScopes(pool: Pool, client: Client, asked: string) {
  // A client may still allow scopes of a resource server that is gone.
  const known = poolScopes(pool)
  const allowed = (client.settings.AllowedOAuthScopes ?? []).filter((scope) =>
    known.includes(scope),
  )
  const scopes = [...new Set(asked.split(' ').filter((scope) => scope !== ''))]
  if (scopes.length === 0) return allowed
  const needsOpenId = scopes.some((scope) => OF_OPENID.includes(scope))
  if (
    scopes.some((scope) => !allowed.includes(scope)) ||
    (needsOpenId && !scopes.includes('openid'))
  )
    throw new OAuthError('invalid_request', 'invalid_scope')
  return scopes
}

/**
 * Returns the requested provider, or the client's only one.
 * @returns undefined where the user has to choose
 * @throws OAuthError
 */
export function requestedProvider(
  pool: Pool,
  client: Client,
  query: URLSearchParams,
): IdentityProvider | undefined {
  const name = query.get('identity_provider')
  const identifier = query.get('idp_identifier')
  const offered = providersOf(pool, client)
  if (name === null && identifier === null && offered.length > 1) return undefined
  const wanted =
    name !== null || identifier !== null ? matchProvider(offered, name, identifier) : offered[0]
  if (wanted) return wanted
  throw new OAuthError('invalid_request', 'Login option is not available. Please try another one')
}
