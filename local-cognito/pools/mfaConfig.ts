import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider'
import { poolFactors } from '#local-cognito/factors/mfaFactors.ts'
import type { Pool } from '#local-cognito/records.ts'

/** A pool's factors as SetUserPoolMfaConfig and GetUserPoolMfaConfig both answer them. */
export function describeMfa(pool: Pool): GetUserPoolMfaConfigResponse {
  const { SmsConfiguration, MfaConfiguration } = pool.settings
  // A pool made with MFA and an SMS role has the factor without anybody setting it.
  const bySms = poolFactors(pool).includes('SMS_MFA') && {
    SmsMfaConfiguration: { SmsConfiguration },
  }
  return { ...bySms, ...pool.mfa, MfaConfiguration }
}
