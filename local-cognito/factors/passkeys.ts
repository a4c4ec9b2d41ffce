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
    userVerification: userVerification(pool),
  }
  return { toSign, options }
}

export const newChallenge = () => toBase64Url(randomBytes(32))

export const userVerification = (pool: Pool) =>
  pool.mfa.WebAuthnConfiguration?.UserVerification ?? 'preferred'

/**
 * Whether pages of this origin may use the passkeys of a relying party: its host and hosts below it, over
 * https; on this machine over http too, by any port (WebAuthn, section 5.1.3).
 */
export function isOriginOf(rpId: string, origin: string): boolean {
  if (!URL.canParse(origin)) return false
  const { protocol, hostname } = new URL(origin)
  if (rpId === THIS_MACHINE && hostname === THIS_MACHINE) return true
  return protocol === 'https:' && (hostname === rpId || hostname.endsWith(`.${rpId}`))
}

/** What the browser says it signed: https://www.w3.org/TR/webauthn-3/#dictdef-collectedclientdata */
export function clientData(response: { clientDataJSON?: unknown } | undefined) {
  const bytes =
    typeof response?.clientDataJSON === 'string'
      ? fromBase64Url(response.clientDataJSON)
      : undefined
  try {
    const data: unknown = JSON.parse(bytes ? fromUtf8(bytes) : '')
    return isClientData(data) ? data : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

const isClientData = (data: unknown): data is { type: string; challenge: string; origin: string } =>
  typeof data === 'object' &&
  data !== null &&
  ['type', 'challenge', 'origin'].every(
    (member) =>
      member in data &&
      typeof Object.entries(data).find(([name]) => name === member)?.[1] === 'string',
  )
