interface Key {
  /** What the app shows above the code. */
  issuer: string
  /** Whose it is. */
  account: string
  /** Base32. */
  secret: string
}

/**
 * The address that authenticator apps know. Other parameters are left to their defaults, which are what
 * Cognito uses: SHA-1, six digits, thirty seconds.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 */
export function otpauthUri({ issuer, account, secret }: Key): string {
  // A colon parts the two; `+` for a space is not understood by all apps.
  const label = [issuer.replaceAll(':', ' '), account].map(encodeURIComponent).join(':')
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
