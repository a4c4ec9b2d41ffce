import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider'
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
