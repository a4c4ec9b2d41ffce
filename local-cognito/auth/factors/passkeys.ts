import { fromBase64Url, fromUtf8, randomBytes, toBase64Url } from '#local-cognito/bytes.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'

/** Time that a browser waits for the user, in milliseconds (as captured). */
export const TIMEOUT = 60_000

const THIS_MACHINE = 'localhost'

/**
 * Relying party ID of the pool's passkeys: a host, which includes its subdomains.
 * @throws CognitoError where WebAuthn is not enabled or has no relying party
 */
export function relyingParty(pool: Pool): string {
  if (!pool.settings.Policies?.SignInPolicy?.AllowedFirstAuthFactors?.includes('WEB_AUTHN'))
    throw new CognitoError(
      'WebAuthnNotEnabledException',
      'WebAuthn is not enabled for this user pool.',
    )
  const id = pool.mfa.WebAuthnConfiguration?.RelyingPartyId
  if (id === undefined)
    throw new CognitoError(
      'WebAuthnConfigurationMissingException',
      'The user pool has no relying party ID.',
    )
  return id
}

/** Passkeys registered for the pool's present relying party; others cannot be used. */
const usablePasskeys = (pool: Pool, { passkeys = [] }: User) =>
  passkeys.filter(({ rpId }) => rpId === pool.mfa.WebAuthnConfiguration?.RelyingPartyId)

export const hasPasskey = (pool: Pool, user: User) => usablePasskeys(pool, user).length > 0

/** Makes the CREDENTIAL_REQUEST_OPTIONS for sign-in, and the challenge that has to be signed. */
export function credentialRequest(pool: Pool, user: User) {
  const toSign = newChallenge()
  const options = {
    challenge: toSign,
    rpId: pool.mfa.WebAuthnConfiguration?.RelyingPartyId,
    timeout: TIMEOUT,
    allowCredentials: usablePasskeys(pool, user).map(({ id, transports }) => ({
      id,
      type: 'public-key',
      transports,
    })),
    userVerification: isVerificationRequired(pool, user) ? 'required' : userVerification(pool),
  }
  return { toSign, options }
}

export const newChallenge = () => toBase64Url(randomBytes(32))

export const userVerification = (pool: Pool) =>
  pool.mfa.WebAuthnConfiguration?.UserVerification ?? 'preferred'

/** User verification is required where the pool says so, and where a passkey counts as MFA. */
export const isVerificationRequired = (pool: Pool, user: User) =>
  userVerification(pool) === 'required' || countsAsMfa(pool, user)

/** Tells whether the pool lets a passkey satisfy MFA. */
export const allowsPasskeyMfa = (pool: Pool) =>
  pool.mfa.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'

/**
 * Requires the pool's setting and the user's (WebAuthnMfaSettingsType; seen on the service, too).
 */
export const countsAsMfa = (pool: Pool, { mfa }: User) =>
  allowsPasskeyMfa(pool) && mfa?.passkeys === true

/**
 * Tells whether an origin may use the passkeys of a relying party: its host and subdomains over https;
 * for localhost also over http, on any port (WebAuthn, section 5.1.3).
 */
export function isOriginOf(rpId: string, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: canonical } = new URL(origin)
  if (canonical !== origin) return false
  if (rpId === THIS_MACHINE && hostname === THIS_MACHINE) return true
  return protocol === 'https:' && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}

/** Parses `clientDataJSON`: https://www.w3.org/TR/webauthn-3/#dictdef-collectedclientdata */
export function clientData(response: { clientDataJSON?: unknown }) {
  const { clientDataJSON: text } = response
  const bytes = typeof text === 'string' ? fromBase64Url(text) : undefined
  try {
    const { type, challenge, origin } = membersOf(JSON.parse(bytes ? fromUtf8(bytes) : ''))
    const isWhole =
      typeof type === 'string' && typeof challenge === 'string' && typeof origin === 'string'
    return isWhole ? { type, challenge, origin } : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

/** Members of a parsed object; an empty object for anything else. */
export const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
