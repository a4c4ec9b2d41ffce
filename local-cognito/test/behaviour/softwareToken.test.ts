import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  addApp,
  type Answer,
  openMfaPool,
  responseTo,
  STEP,
  totpCode,
  wrongCode,
} from '#local-cognito/test/support/factorPool.ts'
import {
  MINUTE,
  openTestPool,
  type TestPool,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (ms: number) => vi.advanceTimersByTime(ms)
const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const MISMATCH = { type: 'CodeMismatchException', message: 'Invalid code received for user' }
const USED = {
  type: 'ExpiredCodeException',
  message: 'Your software token has already been used once.',
}
const NOT_ENABLED = {
  type: 'EnableSoftwareTokenMFAException',
  message: 'Code mismatch and fail enable Software Token MFA',
}
const INVALID_SESSION = notAuthorized('Invalid session for the user.')

/** Makes the answer to SOFTWARE_TOKEN_MFA. */
const typed = (asked: Answer, SOFTWARE_TOKEN_MFA_CODE: string, given = {}) =>
  responseTo(asked, { SOFTWARE_TOKEN_MFA_CODE }, given)

/** A user whose sign-in requires a code of an app. */
async function withApp() {
  const testPool = await openMfaPool('OPTIONAL')
  const { AccessToken } = await testPool.tokensFor('jo')
  const secret = await addApp(testPool, AccessToken, later)
  const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
  await testPool.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
  return { testPool, secret, AccessToken, asked: await testPool.signInBySrp('jo') }
}

const answer = (testPool: TestPool, input: object) => testPool.call('RespondToAuthChallenge', input)
const refused = (testPool: TestPool, input: object) =>
  testPool.refused('RespondToAuthChallenge', input)

describe('setting up an app, signed in', () => {
  test('takes a secret of 52 base32 digits and a code; listed once preferred', async () => {
    const testPool = await openMfaPool('OPTIONAL')
    const { AccessToken } = await testPool.tokensFor('jo')
    const begun = await testPool.call('AssociateSoftwareToken', { AccessToken })
    expect(Object.keys(begun)).toEqual(['SecretCode'])
    expect(begun.SecretCode).toMatch(/^[A-Z2-7]{52}$/)
    const UserCode = totpCode(begun.SecretCode)
    const verify = { AccessToken, UserCode, FriendlyDeviceName: 'telephone' }
    expect(await testPool.call('VerifySoftwareToken', verify)).toEqual({ Status: 'SUCCESS' })
    expect(await testPool.refused('VerifySoftwareToken', verify)).toEqual(USED)
    // With optional MFA, an app that is not enabled changes nothing.
    tokensOf(await testPool.signInBySrp('jo'))
    expect(await testPool.call('GetUser', { AccessToken })).not.toHaveProperty('UserMFASettingList')
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
    await testPool.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
    expect(await testPool.call('GetUser', { AccessToken })).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    })
    expect(await testPool.call('GetUserAuthFactors', { AccessToken })).toMatchObject({
      ConfiguredUserAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'SOFTWARE_TOKEN'],
    })
    expect(await testPool.signInBySrp('jo')).toMatchObject({
      ChallengeName: 'SOFTWARE_TOKEN_MFA',
      ChallengeParameters: { USER_ID_FOR_SRP: 'jo', FRIENDLY_DEVICE_NAME: 'telephone' },
    })
  })

  test('a wrong code can be retried; the present app stays until then', async () => {
    const { testPool, secret, AccessToken, asked } = await withApp()
    const { SecretCode } = await testPool.call('AssociateSoftwareToken', { AccessToken })
    const wrong = { AccessToken, UserCode: wrongCode(totpCode(SecretCode)) }
    expect(await testPool.refused('VerifySoftwareToken', wrong)).toEqual(NOT_ENABLED)
    tokensOf(await answer(testPool, typed(asked, totpCode(secret))))
    await testPool.call('VerifySoftwareToken', { AccessToken, UserCode: totpCode(SecretCode) })
    later(STEP)
    const again = await testPool.signInBySrp('jo')
    expect(await refused(testPool, typed(again, totpCode(secret)))).toEqual(MISMATCH)
    tokensOf(await answer(testPool, typed(again, totpCode(SecretCode))))
  })

  test('refuses without a secret, token or session, and codes of another length', async () => {
    const testPool = await openMfaPool('OPTIONAL')
    const { AccessToken } = await testPool.tokensFor('jo')
    const verify = (input: object) => testPool.refused('VerifySoftwareToken', input)
    expect(await verify({ AccessToken, UserCode: '123456' })).toEqual(
      invalid('User has not set up software token mfa'),
    )
    expect(await verify({ UserCode: '123456' })).toMatchObject({
      type: 'InvalidParameterException',
    })
    expect(await testPool.refused('AssociateSoftwareToken', {})).toMatchObject({
      type: 'InvalidParameterException',
    })
    expect(await verify({ AccessToken, UserCode: '12345' })).toEqual(
      invalid(
        "1 validation error detected: Value at 'userCode' failed to satisfy constraint: Member must have length greater than or equal to 6",
      ),
    )
    expect(await testPool.refused('AssociateSoftwareToken', { Session: 'x'.repeat(40) })).toEqual(
      INVALID_SESSION,
    )
  })

  test('is refused where the pool does not have it', async () => {
    const testPool = await openTestPool()
    const { AccessToken } = await testPool.tokensFor('jo')
    expect(await testPool.refused('AssociateSoftwareToken', { AccessToken })).toEqual({
      type: 'SoftwareTokenMFANotFoundException',
      message: 'Software Token MFA has not been enabled by the userPool.',
    })
  })
})

describe('signing in with an app', () => {
  test('a right code works once, and so does its session', async () => {
    const { testPool, secret, asked } = await withApp()
    const other = await testPool.signInBySrp('jo')
    tokensOf(await answer(testPool, typed(asked, totpCode(secret))))
    expect(await refused(testPool, typed(other, totpCode(secret)))).toEqual(USED)
    expect(await refused(testPool, typed(asked, totpCode(secret)))).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
    later(STEP)
    tokensOf(await answer(testPool, typed(other, totpCode(secret))))
  })

  test('a wrong code keeps the session', async () => {
    const { testPool, secret, asked } = await withApp()
    expect(await refused(testPool, typed(asked, wrongCode(totpCode(secret))))).toEqual(MISMATCH)
    tokensOf(await answer(testPool, typed(asked, totpCode(secret))))
  })

  test('refuses the code that the set-up used', async () => {
    const testPool = await openMfaPool('OPTIONAL')
    const { AccessToken } = await testPool.tokensFor('jo')
    const secret = await addApp(testPool, AccessToken, () => undefined)
    const SoftwareTokenMfaSettings = { Enabled: true }
    await testPool.call('SetUserMFAPreference', { AccessToken, SoftwareTokenMfaSettings })
    const asked = await testPool.signInBySrp('jo')
    expect(await refused(testPool, typed(asked, totpCode(secret)))).toEqual(USED)
    later(STEP)
    tokensOf(await answer(testPool, typed(asked, totpCode(secret))))
  })

  test.each([-STEP, STEP])('accepts a clock that is off by one step: %i ms', async (off) => {
    const { testPool, secret, asked } = await withApp()
    // Set-up has used up the time steps until now.
    later(STEP)
    const completed = await answer(testPool, typed(asked, totpCode(secret, off)))
    expect(completed).toHaveProperty('AuthenticationResult')
  })

  test.each([-2 * STEP, 2 * STEP])('and no more: %i ms', async (off) => {
    const { testPool, secret, asked } = await withApp()
    later(2 * STEP)
    expect(await refused(testPool, typed(asked, totpCode(secret, off)))).toEqual(MISMATCH)
  })

  test('refuses another username, client or challenge, and an answer after three minutes', async () => {
    const { testPool, secret, asked } = await withApp()
    await testPool.addTestUser('kim')
    const code = totpCode(secret)
    const ClientId = testPool.makeClient().id
    for (const given of [{ USERNAME: 'kim' }, { ClientId }, { USERNAME: 'no-user' }])
      expect(await refused(testPool, typed(asked, code, given))).toEqual(INVALID_SESSION)
    const ChallengeName = 'SMS_MFA'
    const other = responseTo(asked, { SMS_MFA_CODE: code }, { ChallengeName })
    expect(await refused(testPool, other)).toEqual(INVALID_SESSION)
    expect(await refused(testPool, responseTo(asked, {}))).toEqual(
      invalid('Missing required parameter SOFTWARE_TOKEN_MFA_CODE'),
    )
    later(3 * MINUTE)
    expect(await refused(testPool, typed(asked, totpCode(secret)))).toEqual(
      notAuthorized('Invalid session for the user, session is expired.'),
    )
  })

  test('five wrong codes lock; neither the password nor a new session unlocks', async () => {
    const { testPool, secret, asked } = await withApp()
    for (let guess = 0; guess < 5; guess++)
      expect(await refused(testPool, typed(asked, wrongCode(totpCode(secret))))).toEqual(MISMATCH)
    const again = await testPool.signInBySrp('jo')
    expect(await refused(testPool, typed(again, totpCode(secret)))).toEqual(
      notAuthorized('Password attempts exceeded'),
    )
    later(1000)
    tokensOf(await answer(testPool, typed(again, totpCode(secret))))
  })

  test('is refused once the user is disabled', async () => {
    const { testPool, secret, asked } = await withApp()
    testPool.jo.enabled = false
    expect(await refused(testPool, typed(asked, totpCode(secret)))).toEqual(
      notAuthorized('User is disabled.'),
    )
  })
})
