import { Secret, TOTP } from 'otpauth'
import { CognitoError } from '#local-cognito/errors.ts'
import type { SoftwareToken } from '#local-cognito/records.ts'

/** As long as a thirty-second step, in milliseconds (RFC 6238, section 4.1). */
const STEP = 30_000

/** How many steps a clock may be off, either way (RFC 6238, section 5.2). */
const DRIFT = 1

/** Thirty-two bytes: the secrets Cognito gives out have 52 base32 digits. */
export const newSoftwareToken = (): SoftwareToken => ({ secret: new Secret({ size: 32 }).base32 })

/** What the app shows now. For the door: a person who tries things out has no such app. */
export const currentTotpCode = ({ secret }: SoftwareToken, now: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: now })

/**
 * Takes a code of the app, once.
 * @returns false for a wrong one
 * @throws CognitoError `ExpiredCodeException` for one whose thirty seconds have been used
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
