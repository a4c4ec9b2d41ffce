import { Secret, TOTP } from 'otpauth'
import { CognitoError } from '#local-cognito/errors.ts'
import type { SoftwareToken } from '#local-cognito/records.ts'

/** Length of a TOTP time step in milliseconds (RFC 6238, section 4.1). */
const STEP = 30_000

/** Time steps a clock may be off, either way (RFC 6238, section 5.2). */
const DRIFT = 1

/** Makes a secret of 32 bytes: those of Cognito have 52 base32 digits. */
export const newSoftwareToken = (): SoftwareToken => ({ secret: new Secret({ size: 32 }).base32 })

/** Current code of a user's app. The mailbox page shows it, since a seeded user has no app. */
export const currentTotpCode = ({ secret }: SoftwareToken, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })

/**
 * Verifies a code; each is accepted once.
 * @returns false for a wrong code
 * @throws CognitoError `ExpiredCodeException` for a code of a time step already used
 */
export function verifyTotpCode(token: SoftwareToken, code: string, now: number): boolean {
  const totp = new TOTP({ secret: Secret.fromBase32(token.secret) })
  const delta = totp.validate({ token: code, timestamp: now, window: DRIFT })
  if (delta === null) return false
  const step = Math.floor(now / STEP) + delta
  if (token.lastStep !== undefined && step <= token.lastStep)
    throw new CognitoError(
      'ExpiredCodeException',
      'Your software token has already been used once.',
    )
  token.lastStep = step
  return true
}
