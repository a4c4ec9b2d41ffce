import type { Session } from '#auth/state.ts'
import type { SecondFactor } from './queries.ts'

const settingOf = {
  SOFTWARE_TOKEN_MFA: 'SoftwareTokenMfaSettings',
  EMAIL_OTP: 'EmailMfaSettings',
  SMS_MFA: 'SMSMfaSettings',
} as const satisfies Record<SecondFactor, string>

/** Switches a second factor, or has it asked for first. Rejects with an `AuthError`. */
export async function setPreference(
  session: Session,
  factor: SecondFactor,
  wish: { Enabled: boolean; PreferredMfa?: boolean },
): Promise<void> {
  await session.callCognito('SetUserMFAPreference', { [settingOf[factor]]: wish })
}
