import type { Session } from '#auth/state.ts'
import type { SecondFactor } from './securityQueries.ts'

const settingNames = {
  SOFTWARE_TOKEN_MFA: 'SoftwareTokenMfaSettings',
  EMAIL_OTP: 'EmailMfaSettings',
  SMS_MFA: 'SMSMfaSettings',
} as const satisfies Record<SecondFactor, string>

/**
 * Turns a second factor on or off, or makes it the preferred one.
 *
 * @throws AuthError `invalidInput` if the pool or the user's attributes do not allow it; `misconfigured` if the
 *   pool does not offer the factor.
 */
export async function setMfaPreference(
  session: Session,
  factor: SecondFactor,
  settings: { Enabled: boolean; PreferredMfa?: boolean },
): Promise<void> {
  await session.callCognito('SetUserMFAPreference', { [settingNames[factor]]: settings })
}
