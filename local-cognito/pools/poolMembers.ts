import type {
  AccountRecoverySettingType,
  AcrLevelConfigType,
  AdminCreateUserConfigType,
  DcrConfigurationType,
  DeviceConfigurationType,
  EmailConfigurationType,
  IssuerConfigurationType,
  KeyConfigurationType,
  LambdaConfigType,
  MessageTemplateType,
  PasswordPolicyType,
  RecoveryOptionType,
  SignInPolicyType,
  SmsConfigurationType,
  UserAttributeUpdateSettingsType,
  UserPoolAddOnsType,
  UserPoolPolicyType,
  VerificationMessageTemplateType,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  boolean,
  list,
  mapOf,
  number,
  oneOf,
  opaque,
  string,
  stringMap,
  structure,
} from '#local-cognito/http/constraints.ts'
import { LEVEL_KEYS } from './acr.ts'

// botocore's model of pool settings, shared by CreateUserPool and UpdateUserPool.

export const poolName = string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' })
export const mfaMode = oneOf('OFF', 'ON', 'OPTIONAL')

const smsMessage = string({ min: 6, max: 140, pattern: '.*\\{####\\}.*' })
const emailMessage = string({ min: 6, max: 20_000 })
const emailSubject = string({ min: 1, max: 140 })
const days = number({ min: 0, max: 365 })
const verifiable = oneOf('phone_number', 'email')

const passwordPolicy = structure<PasswordPolicyType>({
  MinimumLength: number({ min: 6, max: 99 }),
  RequireUppercase: boolean(),
  RequireLowercase: boolean(),
  RequireNumbers: boolean(),
  RequireSymbols: boolean(),
  PasswordHistorySize: number({ min: 0, max: 24 }),
  TemporaryPasswordValidityDays: days,
})

const adminCreateUserConfig = structure<AdminCreateUserConfigType>({
  AllowAdminCreateUserOnly: boolean(),
  UnusedAccountValidityDays: days,
  InviteMessageTemplate: structure<MessageTemplateType>({
    SMSMessage: string({ min: 6, max: 140 }),
    EmailMessage: emailMessage,
    EmailSubject: emailSubject,
  }),
})

const accountRecovery = structure<AccountRecoverySettingType>({
  RecoveryMechanisms: list(
    structure<RecoveryOptionType>({
      Priority: number({ min: 1, max: 2 }).required,
      Name: oneOf('verified_email', 'verified_phone_number', 'admin_only').required,
    }),
    { min: 1, max: 2 },
  ),
})

export const poolSettings = {
  Policies: structure<UserPoolPolicyType>({
    PasswordPolicy: passwordPolicy,
    SignInPolicy: structure<SignInPolicyType>({
      AllowedFirstAuthFactors: list(oneOf('PASSWORD', 'EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'), {
        min: 1,
        max: 5,
      }),
    }),
  }),
  DeletionProtection: oneOf('ACTIVE', 'INACTIVE'),
  LambdaConfig: opaque<LambdaConfigType>(),
  AutoVerifiedAttributes: list(verifiable),
  SmsVerificationMessage: smsMessage,
  EmailVerificationMessage: emailMessage,
  EmailVerificationSubject: emailSubject,
  VerificationMessageTemplate: opaque<VerificationMessageTemplateType>(),
  SmsAuthenticationMessage: smsMessage,
  MfaConfiguration: mfaMode,
  UserAttributeUpdateSettings: structure<UserAttributeUpdateSettingsType>({
    AttributesRequireVerificationBeforeUpdate: list(verifiable),
  }),
  DeviceConfiguration: structure<DeviceConfigurationType>({
    ChallengeRequiredOnNewDevice: boolean(),
    DeviceOnlyRememberedOnUserPrompt: boolean(),
  }),
  EmailConfiguration: opaque<EmailConfigurationType>(),
  SmsConfiguration: opaque<SmsConfigurationType>(),
  UserPoolTags: stringMap(),
  AdminCreateUserConfig: adminCreateUserConfig,
  UserPoolAddOns: opaque<UserPoolAddOnsType>(),
  DcrConfiguration: opaque<DcrConfigurationType>(),
  AccountRecoverySetting: accountRecovery,
  UserPoolTier: oneOf('LITE', 'ESSENTIALS', 'PLUS'),
  KeyConfiguration: opaque<KeyConfigurationType>(),
  IssuerConfiguration: opaque<IssuerConfigurationType>(),
  AcrConfiguration: mapOf(
    LEVEL_KEYS,
    structure<AcrLevelConfigType>({
      AcrValue: string({ min: 1, max: 64, pattern: '[\\x21\\x23-\\x5B\\x5D-\\x7E]+' }).required,
    }),
  ),
}
