interface TotpKey {
  /** Name of the site, which the app shows with the code. */
  issuer: string
  /** Username or email address. */
  account: string
  /** Base32. */
  secret: string
}

/**
 * Makes the `otpauth:` address that authenticator apps read from a QR code. All other parameters have their
 * default values, which Cognito uses: SHA-1, six digits, 30 seconds.
 * https://github.com/google/google-authenticator/wiki/Key-Uri-Format
 *
 * @example
 * otpauthUri({ issuer: 'Example', account: 'ada@example.com', secret: 'JBSWY3DPEHPK3PXP' })
 * // otpauth://totp/Example:ada%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=Example
 */
export function otpauthUri({ issuer, account, secret }: TotpKey): string {
  // A colon separates the two. Spaces are %20, because some apps do not read `+`.
  const label = [issuer.replaceAll(':', ' '), account].map(encodeURIComponent).join(':')
  return `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`
}
