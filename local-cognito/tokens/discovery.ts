import type { Cognito, RunAndSave } from '#local-cognito/cognito.ts'
import { jsonResponse } from '#local-cognito/http/responses.ts'
import { domainOf, issuerOf } from '#local-cognito/pools/addresses.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import type { SigningKey } from '#local-cognito/records.ts'
import { signingKeys } from './keys.ts'

/**
 * Answers the public documents of a pool (OpenID Connect Discovery 1.0, RFC 7517). New keys are
 * saved before they are published.
 * @returns undefined for any other path
 */
export async function discovery(path: string, cognito: Cognito, runAndSave: RunAndSave) {
  const [, poolId, name] = /^\/([^/]+)\/\.well-known\/([^/]+)$/.exec(path) ?? []
  const pool = cognito.store.pools.get(poolId ?? '')
  if (!pool) return undefined
  if (name === 'openid-configuration')
    return jsonResponse(configuration(issuerOf(cognito, pool), domainOf(cognito, pool)))
  if (name !== 'jwks.json') return undefined
  // Creates missing keys before the request takes its turn, since that takes a moment.
  await signingKeys(pool)
  return runAndSave(async () => {
    const keys = await signingKeys(requirePool(cognito.store, pool.id))
    return jsonResponse({ keys: [published(keys.id), published(keys.access)] })
  })
}

const published = ({ kid, publicKey: { e, kty, n } }: SigningKey) => ({
  alg: 'RS256',
  e,
  kid,
  kty,
  n,
  use: 'sig',
})

const configuration = (issuer: string, domain: string) => ({
  authorization_endpoint: `${domain}/oauth2/authorize`,
  code_challenge_methods_supported: ['S256'],
  end_session_endpoint: `${domain}/logout`,
  id_token_signing_alg_values_supported: ['RS256'],
  issuer,
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  response_types_supported: ['code', 'token'],
  revocation_endpoint: `${domain}/oauth2/revoke`,
  scopes_supported: ['openid', 'email', 'phone', 'profile'],
  subject_types_supported: ['public'],
  token_endpoint: `${domain}/oauth2/token`,
  token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  userinfo_endpoint: `${domain}/oauth2/userInfo`,
})
