import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimsOf, MINUTE, tokensOf } from '#local-cognito/test/support/testPool.ts'
import { confirm, deviceSrpAnswer, firstSignIn } from '#local-cognito/test/support/devicePool.ts'
import { answer, answerTo, refused, start } from '#local-cognito/test/support/factorPool.ts'
import { openPasskeys, signed } from '#local-cognito/test/support/passkeyPool.ts'
import {
  answerRight,
  byPassword,
  choose,
  finish,
  levelIn,
  loa,
  openLevels,
  passwordToken,
  switchOn,
  wanting,
} from '#local-cognito/test/support/stepUpPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (ms: number) => vi.setSystemTime(Date.now() + ms)
const now = () => Math.floor(Date.now() / 1000)

test('asks for the missing factors only, and issues tokens with a new auth_time', async () => {
  const testPool = await openLevels()
  const ACCESS_TOKEN = await passwordToken(testPool)
  switchOn(testPool, 'SOFTWARE_TOKEN_MFA')
  later(MINUTE)
  const asked = await start(testPool, wanting([4], { ACCESS_TOKEN }))
  expect(asked).toMatchObject({
    ChallengeName: 'SOFTWARE_TOKEN_MFA',
    ChallengeParameters: { USER_ID_FOR_SRP: 'jo' },
  })
  const done = await finish(testPool, asked)
  expect(levelIn(done)).toEqual([loa(4), ['pwd', 'otp', 'mfa']])
  expect(claimsOf(tokensOf(done).AccessToken)).toMatchObject({ auth_time: now() })
  // The token from before the step-up stays valid.
  await testPool.call('GetUser', { AccessToken: ACCESS_TOKEN })
})

test('asks for the password to complement a code', async () => {
  const testPool = await openLevels()
  const code = await finish(testPool, await start(testPool, wanting([2], {}, 'EMAIL_OTP')))
  const { AccessToken: ACCESS_TOKEN } = tokensOf(code)
  const asked = await start(testPool, wanting([3], { ACCESS_TOKEN }))
  expect(asked.AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  const done = await finish(testPool, await choose(testPool, asked, 'PASSWORD'))
  expect(levelIn(done)).toEqual([loa(3), ['email_otp', 'pwd', 'mfa']])
})

test('asks for a passkey or a code to complement the password', async () => {
  const one = await openPasskeys()
  await one.add()
  const { testPool } = one
  const ACCESS_TOKEN = await passwordToken(testPool)
  const asked = await start(testPool, wanting([3], { ACCESS_TOKEN }))
  expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP', 'SMS_OTP', 'WEB_AUTHN'])
  const chosen = await choose(testPool, asked, 'WEB_AUTHN')
  expect(levelIn(await answer(testPool, await signed(one, chosen)))).toEqual([
    loa(3),
    ['pwd', 'swk', 'mfa'],
  ])
})

test('asks for everything where the token has no level', async () => {
  const testPool = await openLevels(['SOFTWARE_TOKEN_MFA'])
  const plain = await finish(testPool, await start(testPool, byPassword({})))
  expect(levelIn(plain)).toEqual([undefined, undefined])
  const { AccessToken: ACCESS_TOKEN } = tokensOf(plain)
  const asked = await start(testPool, wanting([4], { ACCESS_TOKEN }))
  expect(asked).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
    AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
  })
})

test('ignores a token older than MAX_AGE, but accepts it otherwise', async () => {
  const testPool = await openLevels()
  const ACCESS_TOKEN = await passwordToken(testPool)
  switchOn(testPool, 'SOFTWARE_TOKEN_MFA')
  const asked = async () => start(testPool, wanting([4], { ACCESS_TOKEN, MAX_AGE: '600' }))
  later(10 * MINUTE)
  expect((await asked()).ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  later(1000)
  const anew = await asked()
  expect(anew.ChallengeName).toBe('SELECT_CHALLENGE')
  const done = await finish(testPool, await choose(testPool, anew, 'PASSWORD'))
  expect(claimsOf(tokensOf(done).IdToken)).toMatchObject({ acr: loa(4), auth_time: now() })
  await testPool.call('GetUser', { AccessToken: ACCESS_TOKEN })
})

test('asks for a second factor that has become required, whatever the level', async () => {
  const testPool = await openLevels()
  const ACCESS_TOKEN = await passwordToken(testPool)
  switchOn(testPool, 'SMS_MFA')
  const asked = await start(testPool, wanting([1], { ACCESS_TOKEN }))
  expect(asked.ChallengeName).toBe('SMS_MFA')
  expect(levelIn(await finish(testPool, asked))).toEqual([loa(3), ['pwd', 'sms', 'mfa']])
})

test('a level name that the pool has dropped does not count; the methods still do', async () => {
  const testPool = await openLevels()
  const ACCESS_TOKEN = await passwordToken(testPool)
  testPool.pool.settings.AcrConfiguration = { Level1: { AcrValue: 'urn:example:1' } }
  const anew = { TARGET_ACR_VALUES: 'urn:example:1', ACCESS_TOKEN }
  expect((await start(testPool, wanting([], anew))).ChallengeName).toBe('SELECT_CHALLENGE')
  switchOn(testPool, 'SOFTWARE_TOKEN_MFA')
  const asked = await start(testPool, wanting([4], { ACCESS_TOKEN }))
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
})

test('a partial step-up has no effect', async () => {
  const testPool = await openLevels(['SOFTWARE_TOKEN_MFA'])
  const first = await start(testPool, wanting([4], {}, 'PASSWORD'))
  const asked = await answerRight(testPool, first)
  expect(asked.AuthenticationResult).toBeUndefined()
  expect(await refused(testPool, answerTo(first, {}))).toBeDefined()
  const wrong = answerTo(asked, { SOFTWARE_TOKEN_MFA_CODE: '000000' })
  expect(await refused(testPool, wrong)).toMatchObject({ type: 'CodeMismatchException' })
  // The missing factor is removed during the sign-in.
  const again = await start(testPool, wanting([4], {}, 'PASSWORD'))
  testPool.jo.mfa = { enabled: [] }
  await expect(answerRight(testPool, again)).rejects.toThrow(/can no longer satisfy/)
})

test('a remembered device replaces a second factor, but reaches no level', async () => {
  const DeviceConfiguration = {
    ChallengeRequiredOnNewDevice: true,
    DeviceOnlyRememberedOnUserPrompt: false,
  }
  const testPool = await openLevels([], {
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
    pool: { DeviceConfiguration },
  })
  const device = { testPool, ...(await firstSignIn(testPool)) }
  await confirm(device)
  switchOn(testPool, 'SOFTWARE_TOKEN_MFA')
  const DEVICE_KEY = device.key
  const low = await start(testPool, byPassword({ TARGET_ACR_VALUES: loa(1), DEVICE_KEY }))
  const known = await answer(testPool, await deviceSrpAnswer(device, low))
  expect(levelIn(known)).toEqual([loa(1), ['pwd']])
  const high = await start(testPool, byPassword({ TARGET_ACR_VALUES: loa(4), DEVICE_KEY }))
  expect(high.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  expect(levelIn(await finish(testPool, high))).toEqual([loa(4), ['pwd', 'otp', 'mfa']])
})
