import type { GetUserPoolMfaConfigResponse } from '@aws-sdk/client-cognito-identity-provider'
import type { Pool } from '#local-cognito/records.ts'

/** A pool's factors as SetUserPoolMfaConfig and GetUserPoolMfaConfig both answer them. */
export const describeMfa = (pool: Pool): GetUserPoolMfaConfigResponse => ({
  ...pool.mfa,
  MfaConfiguration: pool.settings.MfaConfiguration,
})
