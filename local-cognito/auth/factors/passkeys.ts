import { fromBase64Url, fromUtf8, randomBytes, toBase64Url } from '#local-cognito/bytes.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'

/** How long a browser waits for its person, in milliseconds; as captured. */
export const TIMEOUT = 60_000

const THIS_MACHINE = 'localhost'

/** Whose passkeys a pool takes: a host, and what is below it. @throws CognitoError where it says none */
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

/** Those that are good here: a passkey of another relying party is of no use. */
const usablePasskeys = (pool: Pool, { passkeys = [] }: User) =>
  passkeys.filter(({ rpId }) => rpId === pool.mfa.WebAuthnConfiguration?.RelyingPartyId)

export const hasPasskey = (pool: Pool, user: User) => usablePasskeys(pool, user).length > 0

/** What a browser is asked at sign-in (CREDENTIAL_REQUEST_OPTIONS), and what is to be signed. */
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

/** At sign-in: also where a passkey stands for a second factor, which it is only with its user verified. */
export const isVerificationRequired = (pool: Pool, user: User) =>
  userVerification(pool) === 'required' || countsAsMfa(pool, user)

/** Whether the pool lets passkeys count as two factors. */
export const allowsPasskeyMfa = (pool: Pool) =>
  pool.mfa.WebAuthnConfiguration?.FactorConfiguration === 'MULTI_FACTOR_WITH_USER_VERIFICATION'

/** Both have to want it: the pool, and the person (WebAuthnMfaSettingsType; seen on the service, too). */
export const countsAsMfa = (pool: Pool, { mfa }: User) =>
  allowsPasskeyMfa(pool) && mfa?.passkeys === true

/**
 * Whether pages of this origin may use the passkeys of a relying party: its host and hosts below it, over
 * https; on this machine over http too, by any port (WebAuthn, section 5.1.3).
 */
export function isOriginOf(rpId: string, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname, origin: canonical } = new URL(origin)
  if (canonical !== origin) return false
  if (rpId === THIS_MACHINE && hostname === THIS_MACHINE) return true
  return protocol === 'https:' && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}

/** What the browser says it signed: https://www.w3.org/TR/webauthn-3/#dictdef-collectedclientdata */
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

/** Of an object that came over the wire; none of anything else. */
export const membersOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {}
