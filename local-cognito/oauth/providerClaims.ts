import { sha256, toHex, utf8 } from '#local-cognito/bytes.ts'
import type { IdentityProvider } from '#local-cognito/records.ts'

/** Somebody as they chose to be, on the page that stands in for their provider. */
export interface ProviderProfile {
  email: string
  /** May be empty: not every provider tells. */
  name: string
  verified: boolean
}

/** What a provider says of somebody, by its own names. */
export type ProviderClaims = ReadonlyMap<string, string>

const SAML = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** What the provider would say, and what it calls them: the same for the same address, always. */
export async function claimsFor(
  { name: provider, settings }: IdentityProvider,
  { email, name, verified }: ProviderProfile,
): Promise<{ subject: string; claims: ProviderClaims }> {
  const hash = toHex(await sha256(utf8(`${provider}:${email.toLowerCase()}`)))
  const subject = subjectOf(settings.ProviderType, hash, email)
  const [given = '', ...family] = name.split(/\s+/)
  const surname = family.join(' ')
  return {
    subject,
    claims: new Map(
      Object.entries({
        // Facebook's and Amazon's names for it are `id` and `user_id`.
        sub: subject,
        id: subject,
        user_id: subject,
        email,
        email_verified: String(verified),
        name,
        given_name: given,
        family_name: surname,
        first_name: given,
        last_name: surname,
        firstName: given,
        lastName: surname,
        [`${SAML}/nameidentifier`]: subject,
        [`${SAML}/emailaddress`]: email,
        [`${SAML}/name`]: name,
        [`${SAML}/givenname`]: given,
        [`${SAML}/surname`]: surname,
      }),
    ),
  }
}

/** Shaped as each provider's are. */
function subjectOf(
  type: IdentityProvider['settings']['ProviderType'],
  hash: string,
  email: string,
) {
  const digits = (length: number) =>
    BigInt(`0x${hash}`).toString().padStart(length, '0').slice(-length)
  switch (type) {
    case 'Google':
      return `1${digits(20)}`
    case 'Facebook':
      return `1${digits(16)}`
    case 'LoginWithAmazon':
      return `amzn1.account.${hash.slice(0, 28).toUpperCase()}`
    case 'SignInWithApple':
      return `00${digits(4)}.${hash.slice(0, 32)}.${digits(8).slice(0, 4)}`
    case 'SAML':
      return email
    default:
      return hash.slice(0, 32)
  }
}
