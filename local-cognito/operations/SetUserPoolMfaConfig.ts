import type {
  EmailMfaConfigType,
  SetUserPoolMfaConfigRequest,
  SetUserPoolMfaConfigResponse,
  SmsConfigurationType,
  SmsMfaConfigType,
  SoftwareTokenMfaConfigType,
  WebAuthnConfigurationType,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { boolean, oneOf, opaque, string, structure } from '#local-cognito/http/constraints.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { checkEmailMfa, describeMfa } from '#local-cognito/pools/mfaConfig.ts'
import { mfaMode } from '#local-cognito/pools/poolMembers.ts'
import { hasFactor } from '#local-cognito/pools/poolRules.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html */
export const SetUserPoolMfaConfig = operation<
  SetUserPoolMfaConfigRequest,
  SetUserPoolMfaConfigResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    SmsMfaConfiguration: structure<SmsMfaConfigType>({
      SmsAuthenticationMessage: string({ min: 6, max: 140, pattern: '.*\\{####\\}.*' }),
      SmsConfiguration: opaque<SmsConfigurationType>(),
    }),
    SoftwareTokenMfaConfiguration: structure<SoftwareTokenMfaConfigType>({ Enabled: boolean() }),
    EmailMfaConfiguration: structure<EmailMfaConfigType>({
      Message: string({ min: 6, max: 20_000 }),
      Subject: string({ min: 1, max: 140 }),
    }),
    MfaConfiguration: mfaMode,
    WebAuthnConfiguration: structure<WebAuthnConfigurationType>({
      RelyingPartyId: string({ min: 1, max: 127 }),
      UserVerification: oneOf('required', 'preferred'),
      FactorConfiguration: oneOf('SINGLE_FACTOR', 'MULTI_FACTOR_WITH_USER_VERIFICATION'),
    }),
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const { UserPoolId: _, MfaConfiguration: mode = 'OFF', ...factors } = input
    if (mode === 'OFF' && hasFactor(factors))
      throw invalidParameter(
        "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
      )
    if (mode !== 'OFF' && !hasFactor(factors))
      throw invalidParameter(
        'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
      )
    checkEmailMfa({ ...pool.settings, MfaConfiguration: mode }, factors)
    pool.mfa = factors
    pool.settings.MfaConfiguration = mode
    pool.modifiedAt = now()
    return describeMfa(pool)
  },
})
