import { CognitoIdentityProvider } from '@aws-sdk/client-cognito-identity-provider'
import { expect, test } from 'vitest'
import { openServer } from '#test/support/openServer.ts'

test('the region that a request is signed for is that of a new pool, and of a list', async () => {
  await using server = await openServer()
  const sdkIn = (region: string) =>
    new CognitoIdentityProvider({
      endpoint: server.origin,
      region,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    })
  const idsIn = async (region: string) => {
    const { UserPools = [] } = await sdkIn(region).listUserPools({ MaxResults: 60 })
    return UserPools.map(({ Id }) => Id)
  }
  const partitions = {
    'eu-central-1': 'aws',
    'cn-north-1': 'aws-cn',
    'us-gov-west-1': 'aws-us-gov',
  }
  for (const [region, partition] of Object.entries(partitions)) {
    const { UserPool } = await sdkIn(region).createUserPool({ PoolName: 'far' })
    expect(UserPool?.Id).toMatch(new RegExp(`^${region}_\\w{9}$`))
    expect(UserPool?.Arn).toBe(
      `arn:${partition}:cognito-idp:${region}:123456789012:userpool/${UserPool?.Id}`,
    )
    expect(await idsIn(region)).toEqual([UserPool?.Id])
  }
  expect(await idsIn('us-east-1')).toEqual(['us-east-1_Gatehouse'])
  expect(await idsIn('ap-south-1')).toEqual([])
})

test('a verification template also sets the older members, which it takes precedence over', async () => {
  await using server = await openServer()
  const template = {
    EmailMessage: 'Hello, {####}',
    EmailSubject: 'Hello',
    SmsMessage: 'Hello by SMS, {####}',
  }
  const older = {
    EmailVerificationMessage: template.EmailMessage,
    EmailVerificationSubject: template.EmailSubject,
    SmsVerificationMessage: template.SmsMessage,
  }
  const settings = {
    EmailVerificationMessage: 'Older, {####}',
    VerificationMessageTemplate: template,
  }
  const UserPoolId = await server.createPool(settings)
  const shown = async () => (await server.sdk.describeUserPool({ UserPoolId })).UserPool
  expect(await shown()).toMatchObject(older)
  await server.sdk.updateUserPool({ UserPoolId })
  expect((await shown())?.EmailVerificationMessage).toBeUndefined()
  await server.sdk.updateUserPool({ UserPoolId, ...settings })
  expect(await shown()).toMatchObject(older)
})

test('email is not both a second factor and the only way to recover an account', async () => {
  await using server = await openServer()
  const { sdk } = server
  const refusal = /^Invalid account recovery setting parameter\./
  const recovery = (...names: ('verified_email' | 'verified_phone_number' | 'admin_only')[]) => ({
    AccountRecoverySetting: {
      RecoveryMechanisms: names.map((Name, index) => ({ Name, Priority: index + 1 })),
    },
  })
  const emailMfa = {
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
  } as const
  const UserPoolId = await server.createPool(recovery('verified_email'))
  const both = sdk.setUserPoolMfaConfig({ UserPoolId, ...emailMfa })
  await expect(both).rejects.toThrow(refusal)
  await expect(both).rejects.toHaveProperty('name', 'InvalidParameterException')
  expect((await sdk.getUserPoolMfaConfig({ UserPoolId })).EmailMfaConfiguration).toBeUndefined()

  await sdk.updateUserPool({ UserPoolId, ...recovery('verified_email', 'verified_phone_number') })
  await sdk.setUserPoolMfaConfig({ UserPoolId, ...emailMfa })
  const back = (MfaConfiguration: 'OFF' | 'ON') =>
    sdk.updateUserPool({ UserPoolId, MfaConfiguration, ...recovery('verified_email') })
  await expect(back('ON')).rejects.toThrow(refusal)
  await sdk.updateUserPool({ UserPoolId, MfaConfiguration: 'ON', ...recovery('admin_only') })
  await back('OFF')
})
