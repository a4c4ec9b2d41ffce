import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { toBase64 } from '#local-cognito/bytes.ts'
import { N, pad } from '#local-cognito/srp/group.ts'
import {
  confirmDevice,
  firstSignIn,
  invalid,
  notAuthorized,
  openConfirmedDevice,
  openDevicePool,
  UNKNOWN,
} from '#local-cognito/test/support/devicePool.ts'
import {
  claimsOf,
  HOUR,
  openTestPool,
  toAttributes,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

test('a sign-in returns a new device, whose key is in the access token', async () => {
  const { tokens, key, group } = await openDevicePool()
  expect(key).toMatch(/^us-east-1_[0-9a-f-]{36}$/)
  expect(group).toMatch(/^-\w{8}$/)
  expect(claimsOf(tokens.AccessToken)['device_key']).toBe(key)
})

test('confirms, lists, updates and forgets a device', async () => {
  const opened = await openDevicePool()
  const { testPool, key } = opened
  const { AccessToken } = opened.tokens
  expect(await confirmDevice(opened)).toEqual({ UserConfirmationNecessary: false })
  const device = {
    DeviceKey: key,
    DeviceAttributes: toAttributes({
      device_status: 'valid',
      device_name: 'Laptop',
      'dev:device_arn': `arn:aws:cognito-idp:us-east-1:123456789012:owner/jo.${testPool.pool.id}/device/${key}`,
      'dev:device_owner': `jo.${testPool.pool.id}`,
      last_ip_used: '127.0.0.1',
      'dev:device_remembered_status': 'remembered',
      'dev:device_sdk': 'aws-sdk-unknown-unknown',
    }),
  }
  expect(await testPool.call('GetDevice', { AccessToken, DeviceKey: key })).toMatchObject({
    Device: device,
  })
  expect(await testPool.call('ListDevices', { AccessToken })).toMatchObject({ Devices: [device] })
  const forget = await testPool.send('ForgetDevice', { AccessToken, DeviceKey: key })
  expect(forget).toMatchObject({ status: 200, text: '' })
  expect(await testPool.call('ListDevices', { AccessToken })).toEqual({ Devices: [] })
  expect(await testPool.refused('GetDevice', { AccessToken, DeviceKey: key })).toEqual(UNKNOWN)
})

test('lists devices in pages', async () => {
  const opened = await openConfirmedDevice()
  const { testPool, tokens } = opened
  await confirmDevice({ testPool, ...(await firstSignIn(testPool)) })
  const { AccessToken } = tokens
  const first = await testPool.call('ListDevices', { AccessToken, Limit: 1 })
  const { PaginationToken } = first
  const second = await testPool.call('ListDevices', { AccessToken, Limit: 1, PaginationToken })
  const keys = [first, second].map(({ Devices }) => Devices?.[0]?.DeviceKey)
  expect(new Set(keys).size).toBe(2)
  expect(second.PaginationToken).toBeUndefined()
})

test('refuses to confirm an invalid device', async () => {
  const opened = await openDevicePool()
  const { testPool, tokens, key, config } = opened
  const input = { AccessToken: tokens.AccessToken, DeviceKey: key }
  const whole = { ...input, DeviceSecretVerifierConfig: config }
  const other = { ...whole, DeviceKey: `us-east-1_${crypto.randomUUID()}` }
  expect(await testPool.refused('ConfirmDevice', other)).toEqual(
    invalid('Invalid device key given.'),
  )
  const badVerifiers = [
    undefined,
    { ...config, Salt: '*' },
    { ...config, PasswordVerifier: '' },
    { ...config, PasswordVerifier: toBase64(pad(1n)) },
    { ...config, PasswordVerifier: toBase64(pad(N)) },
  ]
  for (const DeviceSecretVerifierConfig of badVerifiers)
    expect(
      await testPool.refused('ConfirmDevice', { ...input, DeviceSecretVerifierConfig }),
    ).toEqual(invalid('Invalid device secret verifier config given.'))
  await confirmDevice(opened)
  expect((await testPool.refused('ConfirmDevice', whole)).type).toBe('DeviceKeyExistsException')
})

test('refuses all of it in a pool without device tracking', async () => {
  const testPool = await openTestPool()
  const answer = await testPool.signInBySrp('jo')
  expect(answer.AuthenticationResult).not.toHaveProperty('NewDeviceMetadata')
  const { AccessToken } = tokensOf(answer)
  expect(claimsOf(AccessToken)).not.toHaveProperty('device_key')
  const off = {
    type: 'InvalidUserPoolConfigurationException',
    message: 'Device tracking not currently enabled for this pool.',
  }
  const DeviceKey = 'us-east-1_0'
  for (const action of [
    'ConfirmDevice',
    'GetDevice',
    'ForgetDevice',
    'UpdateDeviceStatus',
  ] as const)
    expect(await testPool.refused(action, { AccessToken, DeviceKey })).toEqual(off)
  expect(await testPool.refused('ListDevices', { AccessToken })).toEqual(off)
  expect(await testPool.refused('GetDevice', { DeviceKey })).toEqual(
    invalid('Missing required parameter AccessToken'),
  )
})

test('only the confirmed device of the sign-in can refresh its tokens', async () => {
  const opened = await openDevicePool()
  const { testPool, key, tokens } = opened
  const { RefreshToken } = tokens
  const classic = (DEVICE_KEY?: string) => ({
    AuthFlow: 'REFRESH_TOKEN_AUTH',
    AuthParameters: { REFRESH_TOKEN: RefreshToken, DEVICE_KEY },
  })
  const refused = async (DeviceKey?: string) => {
    const invalidToken = notAuthorized('Invalid Refresh Token.')
    expect(await testPool.refused('InitiateAuth', classic(DeviceKey))).toEqual(invalidToken)
    const input = { RefreshToken, DeviceKey }
    expect(await testPool.refused('GetTokensFromRefreshToken', input)).toEqual(invalidToken)
  }
  await refused(key)
  await confirmDevice(opened)
  await refused()
  await refused('us-east-1_0')
  vi.advanceTimersByTime(2 * HOUR)
  const { AuthenticationResult } = await testPool.call('InitiateAuth', classic(key))
  expect(claimsOf(AuthenticationResult?.AccessToken ?? '')['device_key']).toBe(key)
  await testPool.call('GetTokensFromRefreshToken', { RefreshToken, DeviceKey: key })
  const AccessToken = AuthenticationResult?.AccessToken
  await testPool.send('ForgetDevice', { AccessToken, DeviceKey: key })
  await refused(key)
})
