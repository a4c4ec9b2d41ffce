import {
  InvalidParameterException,
  InvalidUserPoolConfigurationException,
  ResourceNotFoundException,
  UserNotConfirmedException,
} from '@aws-sdk/client-cognito-identity-provider'
import { createDeviceVerifier } from 'cognito-srp-helper'
import { expect, test } from 'vitest'
import { appCode, NAME, openFullPool, tokensIn } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

test('an administrator enables and disables the second factors of a user', async () => {
  await using pool = await openFullPool()
  const { sdk, UserPoolId, byPassword } = pool
  const kim = { UserPoolId, Username: NAME }
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await expect(sdk.adminSetUserMFAPreference({ ...kim, SoftwareTokenMfaSettings })).rejects.toThrow(
    InvalidParameterException,
  )
  const { AccessToken } = tokensIn(await byPassword())
  const { SecretCode } = await sdk.associateSoftwareToken({ AccessToken })
  await sdk.verifySoftwareToken({ AccessToken, UserCode: appCode(SecretCode) })
  await sdk.adminSetUserMFAPreference({ ...kim, SoftwareTokenMfaSettings })
  expect(await sdk.adminGetUser(kim)).toMatchObject({
    UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
    PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
  })
  expect((await byPassword()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  await sdk.adminSetUserMFAPreference({ ...kim, SoftwareTokenMfaSettings: { Enabled: false } })
  tokensIn(await byPassword())
  expect((await sdk.adminGetUser(kim)).UserMFASettingList).toBeUndefined()

  const { ClientId } = pool
  await sdk.signUp({ ClientId, Username: 'lee', Password: PASSWORD })
  await expect(sdk.adminSetUserMFAPreference({ UserPoolId, Username: 'lee' })).rejects.toThrow(
    UserNotConfirmedException,
  )
})

test('an administrator lists the devices of a user, and sets whether they are remembered', async () => {
  await using pool = await openFullPool({
    pool: { DeviceConfiguration: { ChallengeRequiredOnNewDevice: true } },
  })
  const { sdk, UserPoolId, byPassword } = pool
  const kim = { UserPoolId, Username: NAME }
  const keys: string[] = []
  for (const DeviceName of ['Laptop', 'Phone']) {
    const signedIn = await byPassword()
    const { AccessToken } = tokensIn(signedIn)
    const { DeviceKey = '', DeviceGroupKey = '' } =
      signedIn.AuthenticationResult?.NewDeviceMetadata ?? {}
    const { DeviceSecretVerifierConfig } = createDeviceVerifier(DeviceKey, DeviceGroupKey)
    await sdk.confirmDevice({ AccessToken, DeviceKey, DeviceName, DeviceSecretVerifierConfig })
    keys.push(DeviceKey)
  }
  const first = await sdk.adminListDevices({ ...kim, Limit: 1 })
  const { PaginationToken } = first
  const second = await sdk.adminListDevices({ ...kim, PaginationToken })
  expect(second.PaginationToken).toBeUndefined()
  const listed = [first, second].flatMap(({ Devices = [] }) => Devices)
  expect(listed.map(({ DeviceKey }) => DeviceKey)).toEqual(keys.toSorted())

  const [DeviceKey = ''] = keys
  const status = async () => {
    const { Devices = [] } = await sdk.adminListDevices(kim)
    const found = Devices.find((device) => device.DeviceKey === DeviceKey)
    return found?.DeviceAttributes?.find(({ Name }) => Name === 'dev:device_remembered_status')
      ?.Value
  }
  expect(await status()).toBe('remembered')
  const forget = { ...kim, DeviceKey, DeviceRememberedStatus: 'not_remembered' } as const
  await sdk.adminUpdateDeviceStatus(forget)
  expect(await status()).toBe('not_remembered')
  await expect(
    sdk.adminUpdateDeviceStatus({
      ...forget,
      DeviceKey: 'us-east-1_00000000-0000-4000-8000-000000000000',
    }),
  ).rejects.toThrow(ResourceNotFoundException)

  const untracked = await pool.createPool()
  const ada = await pool.createUser(untracked, 'ada')
  await expect(sdk.adminListDevices(ada)).rejects.toThrow(InvalidUserPoolConfigurationException)
  await expect(sdk.adminUpdateDeviceStatus({ ...forget, ...ada })).rejects.toThrow(
    InvalidUserPoolConfigurationException,
  )
})

test('an administrator deletes attributes, but none that the pool requires or fixes', async () => {
  await using pool = await openFullPool({
    pool: {
      Schema: [
        { Name: 'email', AttributeDataType: 'String', Required: true },
        { Name: 'tenant', AttributeDataType: 'String', Mutable: false },
        {
          Name: 'secret',
          AttributeDataType: 'String',
          DeveloperOnlyAttribute: true,
          Mutable: true,
        },
      ],
    },
  })
  const { sdk, UserPoolId } = pool
  const ada = { UserPoolId, Username: 'ada' }
  const given = {
    email: 'ada@example.com',
    phone_number: '+15555550123',
    phone_number_verified: 'true',
    nickname: 'Ada',
    'custom:tenant': 'north',
    'dev:custom:secret': 'x',
  }
  const UserAttributes = Object.entries(given).map(([Name, Value]) => ({ Name, Value }))
  await sdk.adminCreateUser({ ...ada, UserAttributes, MessageAction: 'SUPPRESS' })
  const names = async () => (await sdk.adminGetUser(ada)).UserAttributes?.map(({ Name }) => Name)
  const remove = (...UserAttributeNames: string[]) =>
    sdk.adminDeleteUserAttributes({ ...ada, UserAttributeNames })
  for (const [name, refusal] of [
    ['email', 'Invalid user attributes: email: The attribute email is required'],
    ['custom:tenant', /^Invalid user attributes: Custom\.User\.tenant: /],
    ['custom:none', 'Type for attribute {custom:none} could not be determined'],
    ['sub', 'Cannot modify the non-mutable attribute sub'],
  ] as const)
    await expect(remove('nickname', name), name).rejects.toThrow(refusal)
  expect(await names(), 'all or nothing').toContain('nickname')
  await remove('nickname', 'phone_number', 'dev:custom:secret', 'website')
  expect(await names()).toEqual(['email', 'custom:tenant', 'sub'])
})
