import type {
  CreateIdentityProviderRequest,
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  SetUserPoolMfaConfigRequest,
} from '@aws-sdk/client-cognito-identity-provider'

// A pool without advice, for a portal at login.example.com.

export const host = 'login.example.com'

export const goodPool = {
  PoolName: 'good',
  UserPoolTier: 'PLUS',
  Policies: {
    PasswordPolicy: { MinimumLength: 15, TemporaryPasswordValidityDays: 1 },
    SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] },
  },
  UsernameAttributes: ['email'],
  UsernameConfiguration: { CaseSensitive: false },
  AutoVerifiedAttributes: ['email'],
  UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
  AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'verified_email', Priority: 1 }] },
  DeletionProtection: 'ACTIVE',
  EmailConfiguration: {
    EmailSendingAccount: 'DEVELOPER',
    SourceArn: 'arn:aws:ses:us-east-1:123456789012:identity/example.com',
  },
  UserPoolAddOns: { AdvancedSecurityMode: 'AUDIT' },
} satisfies CreateUserPoolRequest

export const goodMfa = {
  MfaConfiguration: 'OPTIONAL',
  SoftwareTokenMfaConfiguration: { Enabled: true },
  WebAuthnConfiguration: {
    RelyingPartyId: 'example.com',
    UserVerification: 'required',
    FactorConfiguration: 'MULTI_FACTOR_WITH_USER_VERIFICATION',
  },
} satisfies Partial<SetUserPoolMfaConfigRequest>

export const google = {
  ProviderName: 'Google',
  ProviderType: 'Google',
  ProviderDetails: { client_id: 'any', client_secret: 'any' },
  AttributeMapping: { email: 'email' },
} satisfies Partial<CreateIdentityProviderRequest>

export const goodClient = {
  ClientName: 'portal',
  ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_USER_AUTH'],
  PreventUserExistenceErrors: 'ENABLED',
  EnableTokenRevocation: true,
  RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
  AccessTokenValidity: 15,
  IdTokenValidity: 15,
  RefreshTokenValidity: 12,
  TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'minutes', RefreshToken: 'hours' },
  ReadAttributes: ['email', 'email_verified', 'given_name', 'family_name'],
  WriteAttributes: ['family_name', 'email', 'given_name'],
  SupportedIdentityProviders: ['COGNITO', 'Google'],
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['code'],
  AllowedOAuthScopes: ['openid', 'email', 'aws.cognito.signin.user.admin'],
  CallbackURLs: [`https://${host}/sign-in/callback`],
  LogoutURLs: [`https://${host}/sign-in`],
} satisfies Partial<CreateUserPoolClientRequest>
