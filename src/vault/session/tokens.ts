import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { SessionClaims } from '#vault/protocol/messages.ts'
import * as is from '#vault/protocol/validators.ts'

/** Tokens of one session. They never leave the vault. */
export interface TokenSet {
  accessToken: string
  idToken: string
  refreshToken: string
  /** Cognito's clock minus this machine's, in milliseconds, when the tokens arrived. */
  clockDriftMs: number
}

const commonClaims = {
  sub: is.isString,
  exp: is.isNumber,
  iat: is.isNumber,
  auth_time: is.isNumber,
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
const isIdClaims = is.isShape(
  {
    ...commonClaims,
    token_use: is.isOneOf('id'),
    aud: is.isString,
    'cognito:username': is.isString,
  },
  { 'cognito:groups': is.isArrayOf(is.isString), email: is.isString },
)

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-access-token.html */
export const isAccessClaims = is.isShape(
  { ...commonClaims, token_use: is.isOneOf('access'), client_id: is.isString },
  { acr: is.isString, device_key: is.isString, origin_jti: is.isString },
)

/** Longer than any token that groups and custom attributes can make; parsing more would block the vault. */
const maxTokenLength = 262_144

/**
 * Reads the payload of a JWT without verifying it: the tokens came from Cognito over TLS, and the claims are
 * displayed, never trusted (RFC 7519 section 7.2; OpenID Connect Core 3.1.3.7 rule 6).
 */
export function payloadOf(token: string): unknown {
  const part = token.split('.')[1]
  if (part === undefined || token.length > maxTokenLength) throw malformed('token')
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes))
}

function malformed(field: string, cause?: unknown): VaultError {
  return new VaultError({ code: 'unexpected', field }, undefined, { cause })
}

/** @throws VaultError `unexpected`, with this `field`, where the token cannot be read or lacks a claim. */
export function readClaims<Claims>(
  isClaims: is.Validator<Claims>,
  token: string,
  field: 'IdToken' | 'AccessToken',
): Claims {
  let claims: unknown
  try {
    claims = payloadOf(token)
  } catch (cause) {
    throw malformed(field, cause)
  }
  if (!isClaims(claims)) throw malformed(field)
  return claims
}

/**
 * Reads the tokens from a response of Cognito: all of them or none.
 *
 * @param sentAt when the request was sent, in epoch milliseconds of this machine. The tokens were issued between then and
 *   `receivedAt`; a machine may sleep for hours between the two, which is no drift of its clock.
 * @param previousRefreshToken is used where the response has none (a renewal without rotation).
 * @throws VaultError `unexpected`; `field` names the token that is missing, malformed or of another client.
 */
export function readTokenResponse(
  result: AuthenticationResultType,
  clientId: string,
  { sentAt, receivedAt }: { sentAt: number; receivedAt: number },
  previousRefreshToken?: string,
): TokenSet {
  const { AccessToken: accessToken, IdToken: idToken } = result
  const refreshToken = result.RefreshToken ?? previousRefreshToken
  if (!accessToken) throw malformed('AccessToken')
  if (!idToken) throw malformed('IdToken')
  if (!refreshToken) throw malformed('RefreshToken')
  const id = readClaims(isIdClaims, idToken, 'IdToken')
  const access = readClaims(isAccessClaims, accessToken, 'AccessToken')
  if (id.aud !== clientId) throw malformed('IdToken')
  if (access.client_id !== clientId || access.sub !== id.sub) throw malformed('AccessToken')
  const issuedAt = access.iat * 1000
  const clockDriftMs = issuedAt - Math.min(Math.max(issuedAt, sentAt), receivedAt)
  return { accessToken, idToken, refreshToken, clockDriftMs }
}

/** Returns the device key that the tokens were issued to, in a pool that tracks devices. */
export function deviceKeyOf({ accessToken }: TokenSet): string | undefined {
  return readClaims(isAccessClaims, accessToken, 'AccessToken').device_key
}

/**
 * Returns the claims that the page may know. Times are on this machine's clock.
 * @param validitySeconds the client's RefreshTokenValidity, if the config has it.
 */
export function claimsOf(
  tokens: TokenSet,
  validitySeconds?: number,
): Omit<SessionClaims, 'beganOverDomain'> {
  const id = readClaims(isIdClaims, tokens.idToken, 'IdToken')
  const access = readClaims(isAccessClaims, tokens.accessToken, 'AccessToken')
  const toLocalMs = (seconds: number) => seconds * 1000 - tokens.clockDriftMs
  return {
    userId: id.sub,
    username: id['cognito:username'],
    groups: id['cognito:groups'] ?? [],
    signedInAt: toLocalMs(id.auth_time),
    accessIssuedAt: toLocalMs(access.iat),
    accessExpiresAt: toLocalMs(access.exp),
    ...(id.email === undefined ? {} : { email: id.email }),
    ...(validitySeconds === undefined
      ? {}
      : { sessionEndsAt: toLocalMs(id.auth_time + validitySeconds) }),
  }
}

/** Returns false for stored tokens that this version cannot read. */
export function isReadable(tokens: TokenSet): boolean {
  try {
    claimsOf(tokens)
    return true
  } catch (error) {
    if (error instanceof VaultError) return false
    throw error
  }
}

/**
 * Returns whether both come from one refresh token or its successors, so that revoking one revokes the other
 * (developer guide, "Revoking tokens": `origin_jti`).
 */
export function areOfOneFamily(one: TokenSet, other: TokenSet): boolean {
  const [first, second] = [familyOf(one), familyOf(other)]
  return first !== undefined && first === second
}

/** Undefined also for tokens that this version cannot read, and in clients without token revocation. */
function familyOf(tokens: TokenSet): string | undefined {
  if (!isReadable(tokens)) return undefined
  return readClaims(isAccessClaims, tokens.accessToken, 'AccessToken').origin_jti
}

/** Returns whether four fifths of the access token's lifetime are over. */
export function isRenewalDue(tokens: TokenSet): boolean {
  const { accessExpiresAt, accessIssuedAt } = claimsOf(tokens)
  return Date.now() >= accessIssuedAt + (accessExpiresAt - accessIssuedAt) * 0.8
}

/** Returns whether the access token has expired, or could expire before a request arrives (10 s). */
export function isExpired(tokens: TokenSet): boolean {
  return Date.now() >= claimsOf(tokens).accessExpiresAt - 10_000
}
