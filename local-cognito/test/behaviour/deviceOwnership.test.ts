import { expect, test } from 'vitest'
import {
  confirmDevice,
  openConfirmedDevice,
  openDevicePool,
  passwordFromDevice,
  UNKNOWN,
} from '#local-cognito/test/support/devicePool.ts'

test('users cannot see, change or forget a device of another user', async () => {
  const { testPool, tokens, key } = await openConfirmedDevice()
  await testPool.addTestUser('kim')
  const { AccessToken } = await testPool.tokensFor('kim')
  expect(await testPool.call('ListDevices', { AccessToken })).toEqual({ Devices: [] })
  const input = { AccessToken, DeviceKey: key, DeviceRememberedStatus: 'not_remembered' }
  for (const action of ['GetDevice', 'UpdateDeviceStatus', 'ForgetDevice'] as const)
    expect(await testPool.refused(action, input)).toEqual(UNKNOWN)
  const own = await testPool.call('ListDevices', { AccessToken: tokens.AccessToken })
  expect(JSON.stringify(own)).toContain('"remembered"')
})

test('an administrator forgets a device', async () => {
  const { testPool, key, tokens } = await openConfirmedDevice()
  const forget = { UserPoolId: testPool.pool.id, Username: 'jo', DeviceKey: key }
  expect((await testPool.send('AdminForgetDevice', forget)).text).toContain('MissingAuthentication')
  const Authorization = [
    'AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/cognito-idp/aws4_request',
    'SignedHeaders=host',
    `Signature=${'0'.repeat(64)}`,
  ].join(', ')
  const done = await testPool.send('AdminForgetDevice', forget, { Authorization })
  expect(done).toMatchObject({ status: 200, text: '' })
  const { AccessToken } = tokens
  expect(await testPool.refused('GetDevice', { AccessToken, DeviceKey: key })).toEqual(UNKNOWN)
})

test('records the last IP address', async () => {
  const opened = await openDevicePool()
  const { testPool, key } = opened
  await confirmDevice(opened)
  const { AccessToken } = opened.tokens
  testPool.pool.settings.DeviceConfiguration = { DeviceOnlyRememberedOnUserPrompt: false }
  const input = { ClientId: testPool.client.id, ...passwordFromDevice(key) }
  await testPool.send('InitiateAuth', input, { 'X-Forwarded-For': '192.0.2.1, 10.0.0.1' })
  const { Device } = await testPool.call('GetDevice', { AccessToken, DeviceKey: key })
  expect(Device?.DeviceAttributes).toContainEqual({ Name: 'last_ip_used', Value: '192.0.2.1' })
})
