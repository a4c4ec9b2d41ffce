import type {
  AnalyticsConfigurationType,
  RefreshTokenRotationType,
  TokenValidityUnitsType,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  boolean,
  list,
  number,
  oneOf,
  opaque,
  string,
  structure,
} from '#local-cognito/http/constraints.ts'

// botocore's model of app client settings, shared by CreateUserPoolClient and UpdateUserPoolClient.

export const clientName = string({ min: 1, max: 128, pattern: '[\\w\\s+=,.@-]+' })

const unit = oneOf('seconds', 'minutes', 'hours', 'days')
const attributeNames = list(string({ min: 1, max: 2048 }))
const url = string({ min: 1, max: 1024, pattern: '[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+' })

export const clientSettings = {
  RefreshTokenValidity: number({ min: 0, max: 315_360_000 }),
  AccessTokenValidity: number({ min: 1, max: 86_400 }),
  IdTokenValidity: number({ min: 1, max: 86_400 }),
  TokenValidityUnits: structure<TokenValidityUnitsType>({
    AccessToken: unit,
    IdToken: unit,
    RefreshToken: unit,
  }),
  ReadAttributes: attributeNames,
  WriteAttributes: attributeNames,
  ExplicitAuthFlows: list(
    oneOf(
      'ADMIN_NO_SRP_AUTH',
      'CUSTOM_AUTH_FLOW_ONLY',
      'USER_PASSWORD_AUTH',
      'ALLOW_ADMIN_USER_PASSWORD_AUTH',
      'ALLOW_CUSTOM_AUTH',
      'ALLOW_USER_PASSWORD_AUTH',
      'ALLOW_USER_SRP_AUTH',
      'ALLOW_REFRESH_TOKEN_AUTH',
      'ALLOW_USER_AUTH',
    ),
  ),
  SupportedIdentityProviders: list(string({ min: 1, max: 32 })),
  CallbackURLs: list(url, { max: 100 }),
  LogoutURLs: list(url, { max: 100 }),
  DefaultRedirectURI: url,
  AllowedOAuthFlows: list(oneOf('code', 'implicit', 'client_credentials'), { max: 3 }),
  AllowedOAuthScopes: list(string({ min: 1, max: 256 }), { max: 50 }),
  AllowedOAuthFlowsUserPoolClient: boolean(),
  AnalyticsConfiguration: opaque<AnalyticsConfigurationType>(),
  PreventUserExistenceErrors: oneOf('LEGACY', 'ENABLED'),
  EnableTokenRevocation: boolean(),
  EnablePropagateAdditionalUserContextData: boolean(),
  AuthSessionValidity: number({ min: 3, max: 15 }),
  RefreshTokenRotation: structure<RefreshTokenRotationType>({
    Feature: oneOf('ENABLED', 'DISABLED').required,
    RetryGracePeriodSeconds: number({ min: 0, max: 60 }),
  }),
}
