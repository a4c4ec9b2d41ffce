import {
  FeatureUnavailableInTierException,
  InvalidParameterException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

test("a pool created with a name only has the API's defaults", async () => {
  await using server = await openServer()
  const { UserPool } = await server.sdk.createUserPool({ PoolName: 'plain', UserPoolTier: 'LITE' })
  expect(UserPool).toMatchObject({
    Name: 'plain',
    AccountRecoverySetting: {
      RecoveryMechanisms: [
        { Name: 'verified_email', Priority: 1 },
        { Name: 'verified_phone_number', Priority: 2 },
      ],
    },
    AdminCreateUserConfig: { AllowAdminCreateUserOnly: false, UnusedAccountValidityDays: 7 },
    DeletionProtection: 'INACTIVE',
    EmailConfiguration: { EmailSendingAccount: 'COGNITO_DEFAULT' },
    EstimatedNumberOfUsers: 0,
    LambdaConfig: {},
    MfaConfiguration: 'OFF',
    Policies: {
      PasswordPolicy: {
        MinimumLength: 8,
        RequireLowercase: true,
        RequireNumbers: true,
        RequireSymbols: true,
        RequireUppercase: true,
        TemporaryPasswordValidityDays: 7,
      },
      SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD'] },
    },
    UserPoolTier: 'LITE',
    VerificationMessageTemplate: { DefaultEmailOption: 'CONFIRM_WITH_CODE' },
  })
  expect(UserPool?.SchemaAttributes).toHaveLength(20)
  expect(UserPool?.Id).toMatch(/^us-east-1_\w{9}$/)
  expect(UserPool?.CreationDate).toBeInstanceOf(Date)
})

test('an update resets absent members', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool({
    AutoVerifiedAttributes: ['email'],
    Policies: { PasswordPolicy: { MinimumLength: 12 } },
    UsernameAttributes: ['email'],
  })
  await sdk.updateUserPool({ UserPoolId, DeletionProtection: 'ACTIVE' })
  const { UserPool } = await sdk.describeUserPool({ UserPoolId })
  expect(UserPool).toMatchObject({ Name: 'conformance', DeletionProtection: 'ACTIVE' })
  expect(UserPool?.UsernameAttributes).toEqual(['email'])
  expect(UserPool?.AutoVerifiedAttributes).toBeUndefined()
  expect(UserPool?.Policies?.PasswordPolicy?.MinimumLength).toBe(8)

  await expect(sdk.deleteUserPool({ UserPoolId })).rejects.toThrow(
    'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
  )
  await sdk.updateUserPool({ UserPoolId })
  const ClientId = await server.createClient(UserPoolId)
  await sdk.deleteUserPool({ UserPoolId })
  await expect(sdk.describeUserPool({ UserPoolId })).rejects.toThrow(
    `User pool ${UserPoolId} does not exist.`,
  )
  await expect(
    sdk.signUp({ ClientId, Username: 'joan@example.com', Password: 'Correct-Horse-9' }),
  ).rejects.toThrow(`User pool client ${ClientId} does not exist.`)
})

test('lists pools in pages', async () => {
  await using server = await openServer()
  const made = [await server.createPool(), await server.createPool()]
  const first = await server.sdk.listUserPools({ MaxResults: 2 })
  const { NextToken } = first
  const second = await server.sdk.listUserPools({ MaxResults: 2, NextToken })
  expect(second.NextToken).toBeUndefined()
  const ids = [first, second].flatMap(({ UserPools = [] }) => UserPools.map(({ Id }) => Id))
  expect(new Set(ids)).toEqual(new Set([...made, 'us-east-1_Gatehouse']))
  expect(ids).toHaveLength(3)
})

test('refuses contradictory pool settings', async () => {
  await using server = await openServer()
  const create = (settings: Parameters<typeof server.createPool>[0]) => server.createPool(settings)
  await expect(
    create({ AliasAttributes: ['email'], UsernameAttributes: ['email'] }),
  ).rejects.toThrow('Only one of the aliasAttributes or usernameAttributes can be set')
  await expect(create({ MfaConfiguration: 'ON' })).rejects.toThrow(
    'SMS configuration and Auto verification for phone_number are required when MFA is required/optional',
  )
  await expect(
    create({ Schema: [{ Name: 'team', AttributeDataType: 'String', Required: true }] }),
  ).rejects.toThrow('Required custom attributes are not supported currently.')
  await expect(create({ Policies: { PasswordPolicy: { MinimumLength: 5 } } })).rejects.toThrow(
    "1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy constraint: Member must have value greater than or equal to 6",
  )
})

test('clients: defaults, secrets, updates, unknown ids', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  const made = await sdk.createUserPoolClient({
    UserPoolId,
    ClientName: 'app',
    GenerateSecret: true,
    PreventUserExistenceErrors: 'ENABLED',
  })
  const { ClientId, ClientSecret } = made.UserPoolClient ?? {}
  expect(made.UserPoolClient).toMatchObject({
    AuthSessionValidity: 3,
    EnableTokenRevocation: true,
    RefreshTokenValidity: 30,
    TokenValidityUnits: {},
    AllowedOAuthFlowsUserPoolClient: false,
  })
  expect(ClientSecret).toHaveLength(51)

  await sdk.updateUserPoolClient({ UserPoolId, ClientId, RefreshTokenValidity: 1 })
  const { UserPoolClient } = await sdk.describeUserPoolClient({ UserPoolId, ClientId })
  expect(UserPoolClient).toMatchObject({ ClientName: 'app', ClientSecret, RefreshTokenValidity: 1 })
  expect(UserPoolClient?.PreventUserExistenceErrors).toBeUndefined()

  const other = await server.createPool()
  await expect(sdk.describeUserPoolClient({ UserPoolId: other, ClientId })).rejects.toMatchObject({
    message: 'User pool client does not exist.',
  })
  await expect(sdk.updateUserPoolClient({ UserPoolId: other, ClientId })).rejects.toThrow(
    `User pool client ${ClientId} does not exist in user pool ${other}.`,
  )
  await expect(sdk.updateUserPoolClient({ UserPoolId, ClientId: 'unknown' })).rejects.toThrow(
    ResourceNotFoundException,
  )
})

test('refuses client settings that the pool does not allow', async () => {
  await using server = await openServer()
  const Schema = [{ Name: 'given_name', Required: true }]
  const UserPoolId = await server.createPool({ Schema })
  const lite = await server.createPool({ UserPoolTier: 'LITE' })
  const create = (settings: Parameters<typeof server.createClient>[1], pool = UserPoolId) =>
    server.createClient(pool, settings)
  const rotating = { RefreshTokenRotation: { Feature: 'ENABLED' } } as const

  await expect(create({ WriteAttributes: ['email'] })).rejects.toThrow(
    'Invalid write attributes specified while creating a client',
  )
  await expect(create({ ReadAttributes: ['shoe_size'] })).rejects.toThrow(
    'Invalid read attributes specified while creating a client',
  )
  await expect(
    create({ AccessTokenValidity: 2, TokenValidityUnits: { AccessToken: 'minutes' } }),
  ).rejects.toThrow('Invalid range for token validity.')
  await expect(
    create({ ...rotating, ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'] }),
  ).rejects.toThrow(
    'ALLOW_REFRESH_TOKEN_AUTH is not a permitted ExplicitAuthFlow when refresh token rotation is enabled.',
  )
  await expect(
    create({ ExplicitAuthFlows: ['USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'] }),
  ).rejects.toThrow(InvalidParameterException)
  await expect(create(rotating, lite)).rejects.toThrow(FeatureUnavailableInTierException)
  await create(rotating)
  await expect(server.sdk.updateUserPool({ UserPoolId, UserPoolTier: 'LITE' })).rejects.toThrow(
    'The following features need to be disabled for the LITE pricing tier configured: Refresh Token Rotation',
  )
})

test('sets the second factors of a pool', async () => {
  await using server = await openServer()
  const { sdk } = server
  const UserPoolId = await server.createPool()
  expect(await sdk.getUserPoolMfaConfig({ UserPoolId })).toMatchObject({ MfaConfiguration: 'OFF' })
  await expect(
    sdk.setUserPoolMfaConfig({ UserPoolId, MfaConfiguration: 'OPTIONAL' }),
  ).rejects.toThrow(
    'Invalid MFA Configuration given. SMS MFA, Email MFA, or Software Token MFA must be enabled.',
  )
  const SoftwareTokenMfaConfiguration = { Enabled: true }
  await expect(
    sdk.setUserPoolMfaConfig({ UserPoolId, SoftwareTokenMfaConfiguration }),
  ).rejects.toThrow(
    "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.",
  )
  const config = { MfaConfiguration: 'OPTIONAL', SoftwareTokenMfaConfiguration } as const
  expect(await sdk.setUserPoolMfaConfig({ UserPoolId, ...config })).toMatchObject(config)
  expect(await sdk.getUserPoolMfaConfig({ UserPoolId })).toMatchObject(config)
  const { UserPool } = await sdk.describeUserPool({ UserPoolId })
  expect(UserPool?.MfaConfiguration).toBe('OPTIONAL')
})

test('a pool created with SMS and MFA reports SMS as a factor', async () => {
  await using server = await openServer()
  const SmsConfiguration = { SnsCallerArn: 'arn:aws:iam::123456789012:role/sms' }
  const UserPoolId = await server.createPool({ MfaConfiguration: 'OPTIONAL', SmsConfiguration })
  expect(await server.sdk.getUserPoolMfaConfig({ UserPoolId })).toMatchObject({
    MfaConfiguration: 'OPTIONAL',
    SmsMfaConfiguration: { SmsConfiguration },
  })
  const silent = await server.createPool({ SmsConfiguration })
  const answer = await server.sdk.getUserPoolMfaConfig({ UserPoolId: silent })
  expect(answer.SmsMfaConfiguration).toBeUndefined()
})

test('admin operations require a signature', async () => {
  await using server = await openServer()
  const call = async (authorization?: string) => {
    const response = await fetch(server.origin, {
      method: 'POST',
      headers: {
        'X-Amz-Target': 'AWSCognitoIdentityProviderService.ListUserPools',
        ...(authorization && { authorization }),
      },
      body: '{"MaxResults":1}',
    })
    const body: unknown = await response.json()
    return { status: response.status, body }
  }
  expect(await call()).toEqual({
    status: 400,
    body: {
      __type: 'MissingAuthenticationTokenException',
      message: 'Missing Authentication Token',
    },
  })
  expect((await call('Bearer token')).body).toMatchObject({
    __type: 'IncompleteSignatureException',
  })
})
