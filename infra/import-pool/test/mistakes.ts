import { goodClient, goodMfa, goodPool } from './goodPool.ts'
import type { Shape } from './poolFixture.ts'

const { PasswordPolicy, SignInPolicy } = goodPool.Policies
const password = (change: object) => ({
  pool: { Policies: { SignInPolicy, PasswordPolicy: { ...PasswordPolicy, ...change } } },
})
const factors = (
  ...AllowedFirstAuthFactors: ('PASSWORD' | 'EMAIL_OTP' | 'SMS_OTP' | 'WEB_AUTHN')[]
) => ({
  Policies: { PasswordPolicy, SignInPolicy: { AllowedFirstAuthFactors } },
})
const recovery = (...names: ('verified_email' | 'verified_phone_number' | 'admin_only')[]) => ({
  AccountRecoverySetting: {
    RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
  },
})
const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
const migration = 'arn:aws:lambda:us-east-1:123456789012:function:migrate'
const noRotation = { RefreshTokenRotation: { Feature: 'DISABLED' } } as const
export const days = (count: number) =>
  ({
    RefreshTokenValidity: count,
    TokenValidityUnits: { RefreshToken: 'days', AccessToken: 'minutes' },
  }) as const

/** The advice that each change of the good pool, and another host, must lead to. */
export const mistakes: [codes: string[], shape: Shape, host?: string][] = [
  [
    ['emailNotUsername', 'smsPumping'],
    {
      pool: {
        UsernameAttributes: ['phone_number'],
        AutoVerifiedAttributes: ['email', 'phone_number'],
      },
    },
  ],
  [['emailNotUsername'], { pool: { UsernameAttributes: undefined } }],
  [['emailNotVerified'], { pool: { AutoVerifiedAttributes: undefined } }],
  [['emailNotReadable'], { client: { ReadAttributes: ['given_name'] } }],
  [['providersOnly'], { client: { SupportedIdentityProviders: ['Google'] } }],
  [['clientSecret'], { client: { GenerateSecret: true } }],
  [
    ['noFlow', 'userAuthFlowMissing', 'rotationOff'],
    { client: { ...noRotation, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] } },
  ],
  [
    // Without its triggers, the custom flow cannot be used.
    ['noFlow', 'userAuthFlowMissing'],
    { client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] } },
  ],
  [
    ['userAuthFlowMissing'],
    {
      pool: { LambdaConfig: { DefineAuthChallenge: 'local:magic-link' } },
      client: { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] },
    },
  ],
  [
    ['passwordFlow'],
    { client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'] } },
  ],
  [
    ['passwordFlow', 'userAuthFlowMissing', 'rotationOff'],
    { client: { ...noRotation, ExplicitAuthFlows: ['USER_PASSWORD_AUTH'] } },
  ],
  [
    ['adminFlow'],
    { client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_ADMIN_USER_PASSWORD_AUTH'] } },
  ],
  [
    ['adminFlow', 'userAuthFlowMissing', 'rotationOff'],
    { client: { ...noRotation, ExplicitAuthFlows: ['ADMIN_NO_SRP_AUTH'] } },
  ],
  [['userExistenceErrors'], { client: { PreventUserExistenceErrors: 'LEGACY' } }],
  [['userExistenceErrors'], { client: { PreventUserExistenceErrors: undefined } }],
  [['allWritable'], { client: { WriteAttributes: undefined } }],
  [
    ['customWritable'],
    {
      pool: { Schema: [{ Name: 'role', AttributeDataType: 'String', Mutable: true }] },
      client: { WriteAttributes: ['email', 'custom:role'] },
    },
  ],
  [['emailAlias'], { pool: { UsernameAttributes: undefined, AliasAttributes: ['email'] } }],
  [['caseSensitive'], { pool: { UsernameConfiguration: undefined } }],
  [['caseSensitive'], { pool: { UsernameConfiguration: { CaseSensitive: true } } }],
  [['revocationOff'], { client: { EnableTokenRevocation: false } }],
  [
    ['rotationOff'],
    {
      client: { ...noRotation, ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    },
  ],
  [['noRefresh', 'rotationOff'], { client: noRotation }],
  [['rotationGraceNone'], { client: { RefreshTokenRotation: { Feature: 'ENABLED' } } }],
  [
    ['rotationGraceNone'],
    { client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 } } },
  ],
  [
    ['rotationGraceShort'],
    { client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 19 } } },
  ],
  [[], { client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 20 } } }],
  [['userMigration'], { pool: { LambdaConfig: { UserMigration: migration } } }],
  [
    ['devicesAndProviders'],
    {
      pool: {
        DeviceConfiguration: {
          ChallengeRequiredOnNewDevice: true,
          DeviceOnlyRememberedOnUserPrompt: false,
        },
      },
    },
  ],
  [
    ['passkeysPaused'],
    {
      mfa: {
        WebAuthnConfiguration: {
          ...goodMfa.WebAuthnConfiguration,
          FactorConfiguration: 'SINGLE_FACTOR',
        },
      },
    },
  ],
  [
    ['accessTokenLong'],
    {
      client: {
        AccessTokenValidity: 61,
        TokenValidityUnits: { AccessToken: 'minutes' },
        RefreshTokenValidity: 1,
      },
    },
  ],
  [
    [],
    { client: { AccessTokenValidity: undefined, TokenValidityUnits: {}, RefreshTokenValidity: 1 } },
  ],
  [['refreshTokenLong'], { client: days(31) }],
  [[], { client: days(30) }],
  [['passwordVeryShort'], password({ MinimumLength: 7 })],
  [['passwordShort'], password({ MinimumLength: 8 })],
  [['passwordShort'], password({ MinimumLength: 14 })],
  [[], { ...password({ MinimumLength: 8 }), mfa: { MfaConfiguration: 'ON' } }],
  [['compositionRules'], password({ RequireSymbols: true })],
  [['temporaryPasswordLong'], password({ TemporaryPasswordValidityDays: 8 })],
  [['mfaOff'], { mfa: { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined } }],
  [['smsFactor'], { mfa: { SmsMfaConfiguration: { SmsConfiguration } } }],
  [
    ['mfaOff', 'smsFactor'],
    {
      pool: { SmsConfiguration, ...factors('PASSWORD', 'SMS_OTP') },
      mfa: { MfaConfiguration: 'OFF', SoftwareTokenMfaConfiguration: undefined },
    },
  ],
  [
    ['emailMfaBlocksRecovery'],
    { pool: recovery('verified_email', 'verified_phone_number'), mfa: { EmailMfaConfiguration } },
  ],
  [
    ['recoveryByPhone'],
    { pool: recovery('verified_phone_number'), mfa: { EmailMfaConfiguration } },
  ],
  [
    ['emailCodesWithoutSes', 'defaultEmailSender'],
    { pool: { EmailConfiguration: undefined, ...factors('PASSWORD', 'EMAIL_OTP') } },
  ],
  [['userAuthFlowMissing'], { client: { ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'] } }],
  [['relyingPartyMissing', 'passkeysPaused'], { mfa: { WebAuthnConfiguration: undefined } }],
  [['relyingPartyMismatch', 'noCallback', 'noLogout'], {}, 'login.example.org'],
  [
    ['relyingPartyMismatch'],
    {
      mfa: {
        WebAuthnConfiguration: {
          ...goodMfa.WebAuthnConfiguration,
          RelyingPartyId: 'in.example.com',
        },
      },
    },
  ],
  [['deletionProtectionOff'], { pool: { DeletionProtection: 'INACTIVE' } }],
  [['updateBeforeVerification'], { pool: { UserAttributeUpdateSettings: undefined } }],
  [['recoveryByPhone'], { pool: recovery('verified_phone_number', 'verified_email') }],
  [['recoveryByAdmin'], { pool: recovery('admin_only') }],
  [['defaultEmailSender'], { pool: { EmailConfiguration: undefined } }],
  [['smsPumping'], { pool: { AutoVerifiedAttributes: ['email', 'phone_number'] } }],
  [
    ['rotationOff', 'litePlan'],
    {
      pool: { UserPoolTier: 'LITE' },
      client: { ...noRotation, ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'] },
    },
  ],
  [['threatProtectionOff'], { pool: { UserPoolAddOns: undefined } }],
  [['implicitFlow'], { client: { AllowedOAuthFlows: ['code', 'implicit'] } }],
  [
    ['insecureCallback'],
    { client: { CallbackURLs: [...goodClient.CallbackURLs, 'http://login.example.com/x'] } },
  ],
  [
    ['insecureCallback'],
    { client: { CallbackURLs: [...goodClient.CallbackURLs, 'https://*.example.com/x'] } },
  ],
  [
    [],
    { client: { CallbackURLs: [...goodClient.CallbackURLs, 'http://localhost:5173/x', 'my:/x'] } },
  ],
  [['noCallback'], { client: { CallbackURLs: ['https://login.example.com/callback'] } }],
  [['noLogout'], { client: { LogoutURLs: undefined } }],
  [['adminScopeMissing'], { client: { AllowedOAuthScopes: ['openid'] } }],
  [['openidMissing'], { client: { AllowedOAuthScopes: ['aws.cognito.signin.user.admin'] } }],
  [['providersUnavailable'], { client: { AllowedOAuthFlowsUserPoolClient: false } }],
  [['providersUnavailable'], { domains: [] }],
]
