import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { randomBytes, sha256, toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { Client, Pool, SigningKey, User } from '#local-cognito/records.ts'
import type { Assurance, TokenFamily } from '#local-cognito/signInRecords.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import {
  accessClaims,
  accessSeconds,
  clientClaims,
  idClaims,
  refreshSeconds,
  type TokenContext,
} from './claims.ts'
import { importPrivate, RS256, signingKeys } from './keys.ts'
import {
  type ClaimOverrides,
  overrideAccessClaims,
  overrideIdClaims,
  preTokenGeneration,
} from './preTokenGeneration.ts'
import { beginSession } from './tokenSessions.ts'

interface SignInDetails {
  scopes?: string[]
  nonce?: string | undefined
  assurance?: Assurance | undefined
  /** Event id of an earlier sign-in whose family these tokens continue. */
  continues?: string | undefined
}

/** Starts a sign-in's token family and issues its tokens. */
export async function startTokenFamily(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  device?: TokenFamily['device'],
  { scopes, nonce, assurance, continues }: SignInDetails = {},
): Promise<AuthenticationResultType> {
  const { store, now } = cognito
  const refreshToken = newRefreshToken()
  const earlier = continues === undefined ? undefined : store.families.get(continues)
  const session = earlier?.session ?? beginSession(cognito, pool, user)
  const family: TokenFamily = {
    eventId: earlier?.eventId ?? crypto.randomUUID(),
    originJti: earlier?.originJti ?? crypto.randomUUID(),
    poolId: pool.id,
    clientId: client.id,
    username: user.username,
    sub: user.sub,
    authTime: Math.floor(now() / 1000),
    ...(assurance && { assurance }),
    expiresAt: now() + refreshSeconds(client) * 1000,
    revoked: earlier?.revoked ?? false,
    rotated: false,
    ...(scopes && { scopes }),
    ...(device && { device: { key: device.key, groupKey: device.groupKey } }),
    ...(session && { session }),
    current: await hashOf(refreshToken),
  }
  store.families.set(family.eventId, family)
  store.refreshTokens.set(family.current, family.eventId)
  const tokens = await signTokens(cognito, { pool, client, user, family, nonce })
  return { ...tokens, RefreshToken: refreshToken }
}

/**
 * Signs a new access and ID token. Groups and attributes are read afresh.
 * @param overrides answer of the PreTokenGeneration trigger, which is asked if there is none yet
 */
export async function signTokens(
  cognito: Cognito,
  grant: TokenContext,
  overrides?: ClaimOverrides,
): Promise<AuthenticationResultType> {
  const keys = await signingKeys(grant.pool)
  const changes = overrides ?? (await preTokenGeneration(cognito, grant))
  const claims = overrideAccessClaims(accessClaims(cognito, grant), changes)
  const AccessToken = await sign(keys.access, claims)
  const hash = grant.family.scopes && (await atHash(AccessToken))
  const IdToken = await sign(keys.id, overrideIdClaims(idClaims(cognito, grant, hash), changes))
  return { AccessToken, ExpiresIn: accessSeconds(grant.client), TokenType: 'Bearer', IdToken }
}

/** Binds an ID token to its access token (OpenID Connect Core 1.0, section 3.1.3.6). */
const atHash = async (accessToken: string) =>
  toBase64Url((await sha256(utf8(accessToken))).slice(0, 16))

/** Revokes all tokens of a user: GlobalSignOut, and disabling or deleting the user. */
export function revokeAll(store: Store, user: User) {
  for (const family of store.families.find(inPool(user.poolId, user.sub))) family.revoked = true
}

/** Random and opaque; on AWS an encrypted JWT that only the service can read. */
export const newRefreshToken = () => toBase64Url(randomBytes(96))

/** Only the hash of a refresh token is stored. */
export const hashOf = async (refreshToken: string) => toBase64Url(await sha256(utf8(refreshToken)))

/**
 * Signs the access token of a client itself, by client credentials: it has neither a user nor a
 * refresh token. Claims as in the developer guide, "Using the access token".
 */
export async function signClientToken(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  scopes: string[],
): Promise<AuthenticationResultType> {
  const { access } = await signingKeys(pool)
  const AccessToken = await sign(access, clientClaims(cognito, pool, client, scopes))
  return { AccessToken, ExpiresIn: accessSeconds(client), TokenType: 'Bearer' }
}

/** Signs a JWS (RFC 7515) whose header is exactly `kid` and `alg`, in that order, without `typ`. */
async function sign(key: SigningKey, claims: object) {
  const part = (value: object) => toBase64Url(utf8(JSON.stringify(value)))
  const signed = `${part({ kid: key.kid, alg: 'RS256' })}.${part(claims)}`
  const signature = await crypto.subtle.sign(RS256, await importPrivate(key), utf8(signed))
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`
}
