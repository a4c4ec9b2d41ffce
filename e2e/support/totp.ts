import { Secret, TOTP } from 'otpauth'

/**
 * The code that an authenticator app shows now, or some time steps of thirty seconds later: Cognito accepts
 * each code once.
 *
 * @param secret Base32, as the portal shows it
 */
export const codeOf = (secret: string, stepsLater = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + stepsLater * 30_000,
  })
