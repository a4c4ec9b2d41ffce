import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized } from '#local-cognito/errors.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { TokenFamily } from '#local-cognito/signInRecords.ts'
import { inPool } from '#local-cognito/store.ts'
import { type ClaimOverrides, preTokenGeneration } from './preTokenGeneration.ts'
import { touchSession } from './tokenSessions.ts'
import { hashOf, newRefreshToken, signTokens } from './tokens.ts'

/** Tells whether each refresh issues a new refresh token and retires the old one. */
export const rotates = (client: Client) =>
  client.settings.RefreshTokenRotation?.Feature === 'ENABLED'

/** Valid refresh token with its owner. */
export interface FoundRefreshToken {
  hash: string
  family: TokenFamily
  user: User
}

/**
 * Looks up and validates a refresh token. Each cause of refusal has its own message.
 * @throws CognitoError
 */
export async function findRefreshToken(
  { store, now }: Cognito,
  client: Client,
  token: string,
  revoked = notAuthorized('Refresh Token has been revoked'),
): Promise<FoundRefreshToken> {
  const hash = await hashOf(token)
  const family = store.families.get(store.refreshTokens.get(hash) ?? '')
  if (!family) throw notAuthorized('Invalid Refresh Token')
  if (family.clientId !== client.id) throw notAuthorized('Refresh Token has different Client')
  const user = store.users.get(inPool(family.poolId, family.username))
  if (user?.sub !== family.sub)
    throw notAuthorized('The user has been deleted for the associated refresh token')
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (family.revoked) throw revoked
  if (now() >= family.expiresAt) throw notAuthorized('Refresh Token has expired')
  const inGrace = family.previous?.hash === hash && now() < family.previous.graceUntil
  if (hash === family.current || inGrace) return { hash, family, user }
  // Once rotation is switched off, a token from before is no reuse (as captured).
  throw rotates(client)
    ? new CognitoError('RefreshTokenReuseException', 'Refresh token reuse detected')
    : revoked
}

/**
 * Retires a refresh token and issues the next. The retired one stays valid for the client's grace
 * period, and each retry in it replaces the token issued before; the grace period is never
 * extended.
 */
async function rotateRefreshToken(
  { store, now }: Cognito,
  client: Client,
  { family, hash }: FoundRefreshToken,
) {
  const next = newRefreshToken()
  if (hash === family.current) {
    const grace = client.settings.RefreshTokenRotation?.RetryGracePeriodSeconds ?? 0
    family.previous = { hash, graceUntil: now() + grace * 1000 }
  }
  family.current = await hashOf(next)
  family.rotated = true
  store.refreshTokens.set(family.current, family.eventId)
  return next
}

/** Issues access and ID tokens, without a new refresh token. */
export function renewTokens(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  { family, user }: FoundRefreshToken,
  overrides?: ClaimOverrides,
): Promise<AuthenticationResultType> {
  touchSession(cognito, pool, family)
  return signTokens(refreshing(cognito), { pool, client, user, family }, overrides)
}

const refreshing = (cognito: Cognito): Cognito => ({ ...cognito, tokenSource: 'RefreshTokens' })

/**
 * Refreshes, with rotation where the client has it. Other requests may run while the pool's
 * PreTokenGeneration trigger does, which may be a retry of this one.
 * @param find finds the refresh token, or refuses it
 */
export async function rotateAndRenew(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  find: () => Promise<FoundRefreshToken>,
): Promise<AuthenticationResultType> {
  const found = await find()
  if (!rotates(client)) return renewTokens(cognito, pool, client, found)
  if (cognito.assumptions.lateRotation === 'isDisplaced') {
    const RefreshToken = await rotateRefreshToken(cognito, client, found)
    return { ...(await renewTokens(cognito, pool, client, found)), RefreshToken }
  }
  const overrides = await preTokenGeneration(refreshing(cognito), { pool, client, ...found })
  // Found again, because the token may have been rotated or revoked meanwhile.
  const present = await find()
  const RefreshToken = await rotateRefreshToken(cognito, client, present)
  return { ...(await renewTokens(cognito, pool, client, present, overrides)), RefreshToken }
}
