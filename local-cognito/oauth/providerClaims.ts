import { sha256, toHex, utf8 } from '#local-cognito/bytes.ts'
import type { IdentityProvider } from '#local-cognito/poolRecords.ts'

/** Profile that the user chose on the sample provider page. */
export interface ProviderProfile {
  email: string
  /** Empty where the provider does not share a name. */
  name: string
  verified: boolean
}

/** Claims of a provider, under its own names. */
export type ProviderClaims = ReadonlyMap<string, string>

const SAML = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'

/** Builds the provider's claims and its id of the user, which is stable per email address. */
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
        // Facebook calls it `id`, Amazon `user_id`.
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

/** Shaped like the ids of each provider. */
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
