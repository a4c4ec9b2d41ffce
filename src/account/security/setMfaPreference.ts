import type { Session } from '#auth/state.ts'
import type { SecondFactor } from './securityQueries.ts'

const settingNames = {
  SOFTWARE_TOKEN_MFA: 'SoftwareTokenMfaSettings',
  EMAIL_OTP: 'EmailMfaSettings',
  SMS_MFA: 'SMSMfaSettings',
} as const satisfies Record<SecondFactor, string>

/** Switches a second factor, or has it asked for first. Rejects with an `AuthError`. */
export async function setMfaPreference(
  session: Session,
  factor: SecondFactor,
  settings: { Enabled: boolean; PreferredMfa?: boolean },
): Promise<void> {
  await session.callCognito('SetUserMFAPreference', { [settingNames[factor]]: settings })
}
