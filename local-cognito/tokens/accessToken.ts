import { fromBase64Url, fromUtf8, utf8 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized, userNotConfirmed } from '#local-cognito/errors.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import type { Client, Pool, SigningKey, User } from '#local-cognito/records.ts'
import type { TokenFamily } from '#local-cognito/signInRecords.ts'
import { inPool } from '#local-cognito/store.ts'
import { USER_ADMIN } from './claims.ts'
import { RS256 } from './keys.ts'

/** Caller of an operation, as identified by an access token. */
export interface Caller {
  pool: Pool
  client: Client
  user: User
  family: TokenFamily
}

/**
 * Verifies the access token of an operation.
 * @throws CognitoError `NotAuthorizedException` and others, with messages captured from AWS
 */
export async function callerOf(cognito: Cognito, token: string): Promise<Caller> {
  const { scopes, ...caller } = await verifyAccessToken(cognito, token)
  if (!scopes.includes(USER_ADMIN))
    throw notAuthorized('Access Token does not have required scopes')
  return caller
}

/**
 * Verifies an access token of any scope: first the token itself, then its client and user, then
 * whether it is revoked.
 * @throws CognitoError `NotAuthorizedException` and others, with messages captured from AWS
 */
export async function verifyAccessToken(
  cognito: Cognito,
  token: string,
): Promise<Caller & { scopes: string[] }> {
  const { store, now } = cognito
  const { key, claims } = await verifySignature(cognito, token)
  if (key === undefined || claims['token_use'] !== 'access')
    throw notAuthorized('Invalid Access Token')
  if (now() / 1000 >= Number(claims['exp'])) throw notAuthorized('Access Token has expired')
  const { client, pool } = clientById(store, String(claims['client_id']))
  // A client's own token, by client credentials.
  if (!('username' in claims)) throw notAuthorized('Access Token does not have required scopes')
  const user = store.users.get(inPool(pool.id, String(claims['username'])))
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed()
  const family = store.families.get(String(claims['event_id']))
  // A new user with the name of a deleted one has another `sub`.
  if (!family || family.revoked || family.sub !== user.sub)
    throw notAuthorized('Access Token has been revoked')
  return { pool, client, user, family, scopes: String(claims['scope']).split(' ') }
}

/** Verifies the signature by a pool's access token key; expiry is not checked. */
async function verifySignature({ store }: Cognito, token: string) {
  const [header = '', payload = '', signature = '', ...rest] = token.split('.')
  const { kid, alg } = readJson(header)
  const claims = readJson(payload)
  const pool = store.pools.get(String(claims['iss']).split('/').at(-1) ?? '')
  const key = pool?.keys?.access
  const bytes = fromBase64Url(signature)
  if (!key || key.kid !== kid || alg !== 'RS256' || !bytes || rest.length > 0)
    return { key: undefined, claims }
  const publicKey = await importPublic(key)
  const right = await crypto.subtle.verify(RS256, publicKey, bytes, utf8(`${header}.${payload}`))
  if (!right) throw notAuthorized('Could not verify signature for Access Token')
  return { key, claims }
}

const importPublic = (key: SigningKey) =>
  crypto.subtle.importKey('jwk', key.publicKey, RS256, false, ['verify'])

function readJson(part: string): Record<string, unknown> {
  const bytes = fromBase64Url(part)
  try {
    const value: unknown = JSON.parse(bytes ? fromUtf8(bytes) : '')
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
