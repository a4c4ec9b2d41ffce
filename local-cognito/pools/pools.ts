import type {
  CreateUserPoolClientRequest,
  CreateUserPoolRequest,
  UpdateUserPoolClientRequest,
  UpdateUserPoolRequest,
  UserPoolClientType,
  UserPoolType,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomBytes, randomText, toBase64 } from '#local-cognito/bytes.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { completeAcrNames } from './acr.ts'
import { arnIn, regionOfPool } from './addresses.ts'
import { schemaOf } from './schema.ts'

const LOWER = 'abcdefghijklmnopqrstuvwxyz0123456789'
const MIXED = `${LOWER}ABCDEFGHIJKLMNOPQRSTUVWXYZ`

interface At {
  now: number
  id?: string
}

interface PoolAt extends At {
  region?: string
}

/**
 * Creates a pool as CreateUserPool does.
 * @param at.id starts with the region: `eu-central-1_AbCdEfGhI`; random by default
 * @param at.region of a random id; `us-east-1` by default
 * @param at.now milliseconds since the epoch
 */
export function createPool(store: Store, input: CreateUserPoolRequest, at: PoolAt): Pool {
  const id = at.id ?? `${at.region ?? 'us-east-1'}_${randomText(9, MIXED)}`
  const pool: Pool = {
    id,
    settings: {
      Id: id,
      Name: input.PoolName,
      Arn: arnIn(regionOfPool(id), `userpool/${id}`),
      SchemaAttributes: schemaOf(input.Schema),
      ...(input.AliasAttributes && { AliasAttributes: input.AliasAttributes }),
      ...(input.UsernameAttributes && { UsernameAttributes: input.UsernameAttributes }),
      ...(input.UsernameConfiguration && { UsernameConfiguration: input.UsernameConfiguration }),
      ...changeablePoolSettings(input),
    },
    mfa: {},
    createdAt: at.now,
    modifiedAt: at.now,
    secret: toBase64(randomBytes(32)),
  }
  store.pools.set(id, pool)
  return pool
}

/**
 * Settings that UpdateUserPool can change, with the API's default for each absent member: an update
 * resets everything it does not mention.
 */
export function changeablePoolSettings(
  input: CreateUserPoolRequest | UpdateUserPoolRequest,
): UserPoolType {
  const days = input.Policies?.PasswordPolicy?.TemporaryPasswordValidityDays ?? 7
  const template = input.VerificationMessageTemplate
  return {
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireUppercase: input.Policies?.PasswordPolicy === undefined,
        RequireLowercase: input.Policies?.PasswordPolicy === undefined,
        RequireNumbers: input.Policies?.PasswordPolicy === undefined,
        RequireSymbols: input.Policies?.PasswordPolicy === undefined,
        ...input.Policies?.PasswordPolicy,
        TemporaryPasswordValidityDays: days,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'], ...input.Policies?.SignInPolicy },
    },
    DeletionProtection: input.DeletionProtection ?? 'INACTIVE',
    LambdaConfig: input.LambdaConfig ?? {},
    AutoVerifiedAttributes: input.AutoVerifiedAttributes,
    // The older members say what the template says.
    SmsVerificationMessage: template?.SmsMessage ?? input.SmsVerificationMessage,
    EmailVerificationMessage: template?.EmailMessage ?? input.EmailVerificationMessage,
    EmailVerificationSubject: template?.EmailSubject ?? input.EmailVerificationSubject,
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE', ...template },
    SmsAuthenticationMessage: input.SmsAuthenticationMessage,
    UserAttributeUpdateSettings: {
      AttributesRequireVerificationBeforeUpdate: [],
      ...input.UserAttributeUpdateSettings,
    },
    MfaConfiguration: input.MfaConfiguration ?? 'OFF',
    DeviceConfiguration: input.DeviceConfiguration,
    EmailConfiguration: input.EmailConfiguration ?? { EmailSendingAccount: 'COGNITO_DEFAULT' },
    SmsConfiguration: input.SmsConfiguration,
    UserPoolTags: input.UserPoolTags ?? {},
    AdminCreateUserConfig: {
      AllowAdminCreateUserOnly: false,
      UnusedAccountValidityDays: days,
      ...input.AdminCreateUserConfig,
    },
    UserPoolAddOns: input.UserPoolAddOns,
    AccountRecoverySetting: input.AccountRecoverySetting ?? {
      RecoveryMechanisms: [
        { Name: 'verified_email', Priority: 1 },
        { Name: 'verified_phone_number', Priority: 2 },
      ],
    },
    UserPoolTier: input.UserPoolTier ?? 'ESSENTIALS',
    KeyConfiguration: input.KeyConfiguration ?? { KeyType: 'AWS_OWNED_KEY' },
    IssuerConfiguration: input.IssuerConfiguration ?? { Type: 'ORIGINAL' },
    ...(input.AcrConfiguration && { AcrConfiguration: completeAcrNames(input.AcrConfiguration) }),
  }
}

/** Creates an app client as CreateUserPoolClient does. */
export function createClient(store: Store, input: CreateUserPoolClientRequest, at: At): Client {
  const id = at.id ?? randomText(26, LOWER)
  const poolId = input.UserPoolId ?? ''
  const client: Client = {
    id,
    poolId,
    settings: {
      ...changeableClientSettings(input),
      UserPoolId: poolId,
      ClientId: id,
      ...(input.GenerateSecret && { ClientSecret: randomText(51, LOWER) }),
    },
    createdAt: at.now,
    modifiedAt: at.now,
  }
  store.clients.set(id, client)
  return client
}

/** Settings that UpdateUserPoolClient can change, with the API's default for each absent member. */
export function changeableClientSettings(
  input: CreateUserPoolClientRequest | UpdateUserPoolClientRequest,
): UserPoolClientType {
  return {
    ClientName: input.ClientName,
    // 0 is accepted and means the default.
    RefreshTokenValidity: input.RefreshTokenValidity || 30,
    AccessTokenValidity: input.AccessTokenValidity,
    IdTokenValidity: input.IdTokenValidity,
    TokenValidityUnits: input.TokenValidityUnits ?? {},
    ReadAttributes: input.ReadAttributes,
    WriteAttributes: input.WriteAttributes,
    ExplicitAuthFlows: input.ExplicitAuthFlows,
    SupportedIdentityProviders: input.SupportedIdentityProviders,
    CallbackURLs: input.CallbackURLs,
    LogoutURLs: input.LogoutURLs,
    DefaultRedirectURI: input.DefaultRedirectURI,
    AllowedOAuthFlows: input.AllowedOAuthFlows,
    AllowedOAuthScopes: input.AllowedOAuthScopes,
    AllowedOAuthFlowsUserPoolClient: input.AllowedOAuthFlowsUserPoolClient ?? false,
    AnalyticsConfiguration: input.AnalyticsConfiguration,
    PreventUserExistenceErrors: input.PreventUserExistenceErrors,
    EnableTokenRevocation: input.EnableTokenRevocation ?? true,
    EnablePropagateAdditionalUserContextData:
      input.EnablePropagateAdditionalUserContextData ?? false,
    AuthSessionValidity: input.AuthSessionValidity ?? 3,
    RefreshTokenRotation: input.RefreshTokenRotation,
  }
}

/** Formats a pool for DescribeUserPool. */
export function describePool(store: Store, pool: Pool): UserPoolType {
  const users = [...store.users.scan()].filter(([, { poolId }]) => poolId === pool.id)
  return {
    ...pool.settings,
    CreationDate: new Date(pool.createdAt),
    LastModifiedDate: new Date(pool.modifiedAt),
    EstimatedNumberOfUsers: users.length,
  }
}

/** Formats a client for DescribeUserPoolClient. */
export const describeClient = (client: Client): UserPoolClientType => ({
  ...client.settings,
  CreationDate: new Date(client.createdAt),
  LastModifiedDate: new Date(client.modifiedAt),
})
