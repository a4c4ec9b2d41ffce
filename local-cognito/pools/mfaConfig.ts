import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import type { MfaFactor, Pool } from '#local-cognito/records.ts'

/** Formats a pool's factors for SetUserPoolMfaConfig and GetUserPoolMfaConfig. */
export function describeMfa(pool: Pool): GetUserPoolMfaConfigResponse {
  const { SmsConfiguration, MfaConfiguration } = pool.settings
  // A pool created with MFA and an SMS role has the SMS factor without SetUserPoolMfaConfig.
  const bySms = poolFactors(pool).includes('SMS_MFA') && {
    SmsMfaConfiguration: { SmsConfiguration },
  }
  return { ...bySms, ...pool.mfa, MfaConfiguration }
}

/** Second factors enabled in the pool. */
export function poolFactors(pool: Pool): MfaFactor[] {
  const { MfaConfiguration: mode = 'OFF' } = pool.settings
  if (mode === 'OFF') return []
  const {
    SmsMfaConfiguration: sms,
    SoftwareTokenMfaConfiguration: app,
    EmailMfaConfiguration: mail,
  } = pool.mfa
  const hasSms = sms?.SmsConfiguration ?? pool.settings.SmsConfiguration
  return [
    ...(hasSms ? (['SMS_MFA'] as const) : []),
    ...(app?.Enabled ? (['SOFTWARE_TOKEN_MFA'] as const) : []),
    ...(mail ? (['EMAIL_OTP'] as const) : []),
  ]
}

export function recoversByEmailOnly({ AccountRecoverySetting: recovery }: Pool['settings']) {
  const mechanisms = recovery?.RecoveryMechanisms ?? []
  return mechanisms.length > 0 && mechanisms.every(({ Name }) => Name === 'verified_email')
}

/**
 * Refuses codes by email where email is the only way to recover an account: one mailbox would be
 * both. Worded like AWS's message for phone numbers and SMS (aws/aws-cdk, issue 11478); the one for
 * email was not seen, only that it is refused (hashicorp/terraform-provider-aws, issue 41049).
 * @throws CognitoError
 */
export function checkEmailMfa(settings: Pool['settings'], mfa: Pool['mfa']) {
  const isOn = (settings.MfaConfiguration ?? 'OFF') !== 'OFF'
  if (isOn && mfa.EmailMfaConfiguration && recoversByEmailOnly(settings))
    throw invalidParameter(
      'Invalid account recovery setting parameter. Account Recovery Setting cannot use verified_email as the only recovery mechanism when Email MFA is configured.',
    )
}
