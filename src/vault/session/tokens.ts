import { VaultError } from '#vault/cognito/vaultError.ts'
import * as is from '#vault/protocol/validators.ts'
import type { SessionClaims } from '#vault/protocol/messages.ts'

/** What one sign-in left in the vault. Never leaves it. */
export interface TokenSet {
  accessToken: string
  idToken: string
  refreshToken: string
  /** Server clock minus this machine's, in ms, when the tokens arrived. */
  clockDriftMs: number
}

const common = {
  sub: is.isString,
  exp: is.isNumber,
  iat: is.isNumber,
  auth_time: is.isNumber,
}

/** https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-the-id-token.html */
export const isIdClaims = is.isShape(
  {
    ...common,
    token_use: is.isOneOf('id'),
    aud: is.isString,
    'cognito:username': is.isString,
  },
  { 'cognito:groups': is.isArrayOf(is.isString), email: is.isString },
)

export const isAccessClaims = is.isShape(
  { ...common, token_use: is.isOneOf('access'), client_id: is.isString },
  { acr: is.isString },
)

/** Groups and custom attributes can make a token long, but not this long; parsing it would only cost. */
const longestToken = 262_144

/**
 * Reads the payload of a JWT without verifying it: the tokens came from Cognito over TLS, and what is
 * read is shown, never trusted (RFC 7519 section 7.2; OpenID Connect Core 3.1.3.7 rule 6).
 */
export function payloadOf(token: string): unknown {
  const part = token.split('.')[1]
  if (part === undefined || token.length > longestToken) throw malformed('token')
  const bytes = Uint8Array.from(atob(part.replaceAll('-', '+').replaceAll('_', '/')), (character) =>
    character.charCodeAt(0),
  )
  return JSON.parse(new TextDecoder().decode(bytes))
}

export function malformed(field: string, cause?: unknown): VaultError {
  return new VaultError({ code: 'unexpected', field }, undefined, { cause })
}

export function readClaims<Claims>(
  isClaims: is.Validator<Claims>,
  token: string,
  field: string,
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
 * What the page may know of these tokens. Times are on this machine's clock.
 * @param validitySeconds the client's RefreshTokenValidity, where the config says it.
 */
export function claimsOf(tokens: TokenSet, validitySeconds?: number): SessionClaims {
  const id = readClaims(isIdClaims, tokens.idToken, 'IdToken')
  const access = readClaims(isAccessClaims, tokens.accessToken, 'AccessToken')
  const local = (time: number) => time * 1000 - tokens.clockDriftMs
  return {
    userId: id.sub,
    username: id['cognito:username'],
    groups: id['cognito:groups'] ?? [],
    signedInAt: local(id.auth_time),
    accessIssuedAt: local(access.iat),
    accessExpiresAt: local(access.exp),
    ...(id.email === undefined ? {} : { email: id.email }),
    ...(validitySeconds === undefined
      ? {}
      : { sessionEndsAt: local(id.auth_time + validitySeconds) }),
  }
}

/** False for tokens that an earlier version kept and this one cannot read. */
export function isReadable(tokens: TokenSet): boolean {
  try {
    claimsOf(tokens)
    return true
  } catch (error) {
    if (error instanceof VaultError) return false
    throw error
  }
}
