import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  confirmDevice,
  deviceSrpAnswer,
  firstSignIn,
} from '#local-cognito/test/support/devicePool.ts'
import {
  initiateAuth,
  refusedResponse,
  respond,
  responseTo,
} from '#local-cognito/test/support/factorPool.ts'
import { openPasskeyPool, passkeyResponse } from '#local-cognito/test/support/passkeyPool.ts'
import {
  answerCorrectly,
  byPassword,
  enableFactors,
  finishSignIn,
  levelClaims,
  loa,
  openStepUpPool,
  passwordToken,
  requestLevels,
  selectFactor,
} from '#local-cognito/test/support/stepUpPool.ts'
import { claimsOf, MINUTE, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const now = () => Math.floor(Date.now() / 1000)

test('asks for the missing factors only, and issues tokens with a new auth_time', async () => {
  const testPool = await openStepUpPool()
  const ACCESS_TOKEN = await passwordToken(testPool)
  enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
  later(MINUTE)
  const asked = await initiateAuth(testPool, requestLevels([4], { ACCESS_TOKEN }))
  expect(asked).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: { USER_ID_FOR_SRP: 'jo' },
  })
  const done = await finishSignIn(testPool, asked)
  expect(levelClaims(done)).toEqual([loa(4), ['pwd', 'otp', 'mfa']])
  expect(claimsOf(tokensOf(done).AccessToken)).toMatchObject({ auth_time: now() })
  // The token from before the step-up stays valid.
  await testPool.call('GetUser', { AccessToken: ACCESS_TOKEN })
})

test('asks for the password to complement a code', async () => {
  const testPool = await openStepUpPool()
  const code = await finishSignIn(
    testPool,
    await initiateAuth(testPool, requestLevels([2], {}, 'EMAIL_OTP')),
  )
  const { AccessToken: ACCESS_TOKEN } = tokensOf(code)
  const asked = await initiateAuth(testPool, requestLevels([3], { ACCESS_TOKEN }))
  expect(asked.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  const done = await finishSignIn(testPool, await selectFactor(testPool, asked, 'PASSWORD'))
  expect(levelClaims(done)).toEqual([loa(3), ['email_otp', 'pwd', 'mfa']])
})

test('asks for a passkey or a code to complement the password', async () => {
  const fixture = await openPasskeyPool()
  await fixture.add()
  const { testPool } = fixture
  const ACCESS_TOKEN = await passwordToken(testPool)
  const asked = await initiateAuth(testPool, requestLevels([3], { ACCESS_TOKEN }))
  expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'])
  const chosen = await selectFactor(testPool, asked, 'WEB_AUTHN')
  expect(levelClaims(await respond(testPool, await passkeyResponse(fixture, chosen)))).toEqual([
    loa(3),
    ['pwd', 'swk', 'mfa'],
  ])
})

test('asks for everything where the token has no level', async () => {
  const testPool = await openStepUpPool(['SOFTWARE_TOKEN_MFA'])
  const plain = await finishSignIn(testPool, await initiateAuth(testPool, byPassword({})))
  expect(levelClaims(plain)).toEqual([undefined, undefined])
  const { AccessToken: ACCESS_TOKEN } = tokensOf(plain)
  const asked = await initiateAuth(testPool, requestLevels([4], { ACCESS_TOKEN }))
  expect(asked).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
})

test('ignores a token older than MAX_AGE, but accepts it otherwise', async () => {
  const testPool = await openStepUpPool()
  const ACCESS_TOKEN = await passwordToken(testPool)
  enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
  const asked = async () =>
    initiateAuth(testPool, requestLevels([4], { ACCESS_TOKEN, MAX_AGE: '600' }))
  later(10 * MINUTE)
  expect((await asked()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  later(1000)
  const anew = await asked()
  expect(anew.ChallengeName).toBe('SELECT_CHALLENGE')
  const done = await finishSignIn(testPool, await selectFactor(testPool, anew, 'PASSWORD'))
  expect(claimsOf(tokensOf(done).IdToken)).toMatchObject({ acr: loa(4), auth_time: now() })
  await testPool.call('GetUser', { AccessToken: ACCESS_TOKEN })
})

test('asks for a second factor that has become required, whatever the level', async () => {
  const testPool = await openStepUpPool()
  const ACCESS_TOKEN = await passwordToken(testPool)
  enableFactors(testPool, 'SMS_MFA')
  const asked = await initiateAuth(testPool, requestLevels([1], { ACCESS_TOKEN }))
  expect(asked.ChallengeName).toBe('SMS_MFA')
  expect(levelClaims(await finishSignIn(testPool, asked))).toEqual([loa(3), ['pwd', 'sms', 'mfa']])
})

test('a level name that the pool has dropped does not count; the methods still do', async () => {
  const testPool = await openStepUpPool()
  const ACCESS_TOKEN = await passwordToken(testPool)
  testPool.pool.settings.AcrConfiguration = { Level1: { AcrValue: 'urn:example:1' } }
  const anew = { TARGET_ACR_VALUES: 'urn:example:1', ACCESS_TOKEN }
  expect((await initiateAuth(testPool, requestLevels([], anew))).ChallengeName).toBe(
    'SELECT_CHALLENGE',
  )
  enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
  const asked = await initiateAuth(testPool, requestLevels([4], { ACCESS_TOKEN }))
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('a partial step-up has no effect', async () => {
  const testPool = await openStepUpPool(['SOFTWARE_TOKEN_MFA'])
  const first = await initiateAuth(testPool, requestLevels([4], {}, 'PASSWORD'))
  const asked = await answerCorrectly(testPool, first)
  expect(asked.AuthenticationResult).toBeUndefined()
  expect(await refusedResponse(testPool, responseTo(first, {}))).toBeDefined()
  const wrong = responseTo(asked, { SOFTWARE_TOKEN_MFA_CODE: '000000' })
  expect(await refusedResponse(testPool, wrong)).toMatchObject({ type: 'CodeMismatchException' })
  // The missing factor is removed during the sign-in.
  const again = await initiateAuth(testPool, requestLevels([4], {}, 'PASSWORD'))
  testPool.jo.mfa = { enabled: [] }
  await expect(answerCorrectly(testPool, again)).rejects.toThrow(/can no longer satisfy/)
})

test('a remembered device replaces a second factor, but reaches no level', async () => {
  const DeviceConfiguration = {
    ChallengeRequiredOnNewDevice: true,
    DeviceOnlyRememberedOnUserPrompt: false,
  }
  const testPool = await openStepUpPool([], {
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
    pool: { DeviceConfiguration },
  })
  const device = { testPool, ...(await firstSignIn(testPool)) }
  await confirmDevice(device)
  enableFactors(testPool, 'SOFTWARE_TOKEN_MFA')
  const DEVICE_KEY = device.key
  const low = await initiateAuth(testPool, byPassword({ TARGET_ACR_VALUES: loa(1), DEVICE_KEY }))
  const known = await respond(testPool, await deviceSrpAnswer(device, low))
  expect(levelClaims(known)).toEqual([loa(1), ['pwd']])
  const high = await initiateAuth(testPool, byPassword({ TARGET_ACR_VALUES: loa(4), DEVICE_KEY }))
  expect(high.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(levelClaims(await finishSignIn(testPool, high))).toEqual([loa(4), ['pwd', 'otp', 'mfa']])
})
