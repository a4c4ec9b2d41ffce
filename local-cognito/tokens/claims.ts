import type { Cognito } from '#local-cognito/cognito.ts'
import { issuerOf } from '#local-cognito/pools/addresses.ts'
import type { Client, Group, Pool, User } from '#local-cognito/records.ts'
import type { TokenFamily } from '#local-cognito/signInRecords.ts'
import { inPool } from '#local-cognito/store.ts'
import { readableAttributes } from '#local-cognito/users/attributes.ts'
import { attributesInScope } from './scopes.ts'

/** Input for the claims of a pair of tokens. */
export interface TokenContext {
  pool: Pool
  client: Client
  user: User
  family: TokenFamily
  /** `nonce` that the client sent to the authorize endpoint. */
  nonce?: string | undefined
}

/** Scope that operations with an access token require; every API sign-in has it. */
export const USER_ADMIN = 'aws.cognito.signin.user.admin'

export const scopesOf = (family: TokenFamily) => family.scopes ?? [USER_ADMIN]

/** Claims of an access token, in the order captured from the service. */
export function accessClaims(cognito: Cognito, { pool, client, user, family }: TokenContext) {
  const { EnableTokenRevocation: revocable, RefreshTokenRotation } = client.settings
  const rotates = RefreshTokenRotation?.Feature === 'ENABLED'
  return {
    sub: user.sub,
    ...(family.device && { device_key: family.device.key }),
    ...groupClaim(user),
    iss: issuerOf(cognito, pool),
    ...(family.scopes && { version: 2 }),
    client_id: client.id,
    // Without token revocation, present only after the first rotation.
    ...((revocable || (rotates && family.rotated)) && { origin_jti: family.originJti }),
    event_id: family.eventId,
    token_use: 'access',
    scope: scopesOf(family).join(' '),
    auth_time: family.authTime,
    ...family.assurance,
    ...times(cognito, accessSeconds(client)),
    ...(revocable && { jti: crypto.randomUUID() }),
    username: user.username,
  }
}

/** Claims of an access token that a client has for itself. */
export function clientClaims(cognito: Cognito, pool: Pool, client: Client, scopes: string[]) {
  const { exp, iat } = times(cognito, accessSeconds(client))
  return {
    sub: client.id,
    token_use: 'access',
    scope: scopes.join(' '),
    auth_time: iat,
    iss: issuerOf(cognito, pool),
    exp,
    iat,
    version: 2,
    jti: crypto.randomUUID(),
    client_id: client.id,
  }
}

/** Claims of an ID token: the identity, and the attributes that the client may read. */
export function idClaims(
  cognito: Cognito,
  { pool, client, user, family, nonce }: TokenContext,
  accessTokenHash: string | undefined,
) {
  const { EnableTokenRevocation: revocable, RefreshTokenRotation } = client.settings
  const rotates = RefreshTokenRotation?.Feature === 'ENABLED'
  const { sub, identities, ...readable } = readableAttributes(client, user)
  const hasIdentities =
    identities !== undefined && cognito.assumptions.identitiesClaim === 'isPresent'
  const attributes = attributesInScope(scopesOf(family), {
    ...(hasIdentities && { identities }),
    ...readable,
  })
  return {
    ...(accessTokenHash !== undefined && { at_hash: accessTokenHash }),
    sub,
    ...groupClaim(user),
    ...roleClaims(cognito, user),
    iss: issuerOf(cognito, pool),
    'cognito:username': user.username,
    ...(nonce !== undefined && { nonce }),
    ...((revocable || rotates) && { origin_jti: family.originJti }),
    aud: client.id,
    event_id: family.eventId,
    token_use: 'id',
    auth_time: family.authTime,
    ...family.assurance,
    ...times(cognito, seconds(client, 'IdToken', client.settings.IdTokenValidity)),
    ...(revocable && { jti: crypto.randomUUID() }),
    ...Object.fromEntries(Object.entries(attributes).map(typed)),
  }
}

export const accessSeconds = (client: Client) =>
  seconds(client, 'AccessToken', client.settings.AccessTokenValidity)

/** Lifetime from the sign-in; neither refreshing nor rotation extends it. */
export const refreshSeconds = (client: Client) =>
  seconds(client, 'RefreshToken', client.settings.RefreshTokenValidity)

const UNIT = { seconds: 1, minutes: 60, hours: 3600, days: 86400 }

function seconds(
  client: Client,
  token: 'AccessToken' | 'IdToken' | 'RefreshToken',
  value?: number,
) {
  const isRefresh = token === 'RefreshToken'
  const unit = client.settings.TokenValidityUnits?.[token] ?? (isRefresh ? 'days' : 'hours')
  if (!value) return isRefresh ? 30 * UNIT.days : UNIT.hours
  return value * UNIT[unit]
}

function times(cognito: Cognito, lifetime: number) {
  const iat = Math.floor(cognito.now() / 1000)
  return { exp: iat + lifetime, iat }
}

const groupClaim = (user: User) => user.groups.length > 0 && { 'cognito:groups': user.groups }

interface RoleClaims {
  'cognito:roles'?: string[]
  'cognito:preferred_role'?: string
}

/**
 * Roles of the user's groups. The role of the group with the lowest precedence is preferred; two
 * roles at that precedence leave none preferred, and groups without precedence never give one.
 */
export function roleClaims({ store }: Cognito, user: User): RoleClaims {
  const groups = user.groups.flatMap((name): Group[] => {
    const group = store.groups.get(inPool(user.poolId, name))
    return group?.settings.RoleArn ? [group] : []
  })
  if (groups.length === 0) return {}
  const arns = (given: Group[]) => new Set(given.flatMap(({ settings }) => settings.RoleArn ?? []))
  const roles = arns(groups)
  const lowest = Math.min(...groups.map((group) => group.settings.Precedence ?? Infinity))
  const best = groups.filter((group) => group.settings.Precedence === lowest)
  const [preferred, ...others] = arns(best)
  return {
    'cognito:roles': [...roles],
    ...(preferred !== undefined && others.length === 0 && { 'cognito:preferred_role': preferred }),
  }
}

/**
 * Attributes are strings; as claims, the two flags are booleans and `updated_at` is a number.
 * `identities` becomes a list whose members are all strings.
 */
function typed([name, value]: [string, string]): [string, unknown] {
  if (name === 'email_verified' || name === 'phone_number_verified') return [name, value === 'true']
  if (name === 'updated_at') return [name, Number(value)]
  if (name === 'identities') return [name, JSON.parse(value, withTexts)]
  return [name, value]
}

const withTexts = (_: string, value: unknown): unknown =>
  typeof value === 'number' || typeof value === 'boolean' ? String(value) : value
