import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  addApp,
  type Answer,
  enabledFactor,
  openContactPool,
  openMfaPool,
  PHONE,
  refusedResponse,
  respond,
  responseTo,
  totpCode,
  wrongCode,
} from '#local-cognito/test/support/factorPool.ts'
import { MINUTE, openTestPool, tokensOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const later = (ms: number) => vi.advanceTimersByTime(ms)
const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const MISMATCH = {
  type: 'CodeMismatchException',
  message: 'Invalid code or auth state for the user.',
}
const INVALID_SESSION = notAuthorized('Invalid session for the user.')
const SMS = {
  factor: 'SMS_MFA',
  key: 'SMS_MFA_CODE',
  to: PHONE,
  masked: '+*******0123',
  medium: 'SMS',
  flag: 'phone_number_verified',
} as const
const MAIL = {
  factor: 'EMAIL_OTP',
  key: 'EMAIL_OTP_CODE',
  to: 'jo@example.com',
  masked: 'j***@e***',
  medium: 'EMAIL',
  flag: 'email_verified',
} as const

describe.each([SMS, MAIL])('a code by $medium', ({ factor, key, to, masked, medium, flag }) => {
  const asking = async () => {
    const { testPool, prefer } = await openContactPool()
    const setting = factor === 'SMS_MFA' ? 'SMSMfaSettings' : 'EmailMfaSettings'
    await testPool.call('SetUserMFAPreference', prefer({ [setting]: enabledFactor() }))
    testPool.jo.attributes[flag] = 'false'
    const asked = await testPool.signInBySrp('jo')
    const code = testPool.codeFor(to)
    return { testPool, asked, code, typed: (text: string) => responseTo(asked, { [key]: text }) }
  }

  test('goes to a masked address and works once, and verifies the address', async () => {
    const { testPool, asked, code, typed } = await asking()
    expect(asked).toMatchObject({
      ChallengeName: factor,
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'jo',
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
    })
    expect(code).toMatch(/^\d{6}$/)
    tokensOf(await respond(testPool, typed(code)))
    expect(testPool.jo.attributes[flag]).toBe('true')
    expect(await refusedResponse(testPool, typed(code))).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
  })

  test('does not verify an address that has changed meanwhile', async () => {
    const { testPool, code, typed } = await asking()
    const attribute = medium === 'SMS' ? 'phone_number' : 'email'
    testPool.jo.attributes[attribute] = 'another'
    tokensOf(await respond(testPool, typed(code)))
    expect(testPool.jo.attributes[flag]).toBe('false')
  })

  test('a wrong one keeps the session; five lock', async () => {
    const { testPool, code, typed } = await asking()
    for (let guess = 0; guess < 4; guess++)
      expect(await refusedResponse(testPool, typed(wrongCode(code)))).toEqual(MISMATCH)
    tokensOf(await respond(testPool, typed(code)))
    const again = await testPool.signInBySrp('jo')
    const right = responseTo(again, { [key]: testPool.codeFor(to) })
    const wrong = responseTo(again, { [key]: wrongCode(testPool.codeFor(to)) })
    for (let guess = 0; guess < 5; guess++)
      expect(await refusedResponse(testPool, wrong)).toEqual(MISMATCH)
    expect(await refusedResponse(testPool, right)).toEqual(
      notAuthorized('Password attempts exceeded'),
    )
    later(1000)
    tokensOf(await respond(testPool, right))
  })

  test('is bound to its session, and valid for three minutes', async () => {
    const { testPool, asked, code, typed } = await asking()
    await testPool.addTestUser('kim')
    for (const given of [{ USERNAME: 'kim' }, { ClientId: testPool.makeClient().id }])
      expect(await refusedResponse(testPool, responseTo(asked, { [key]: code }, given))).toEqual(
        INVALID_SESSION,
      )
    // Two random codes may be equal.
    do await testPool.signInBySrp('jo')
    while (testPool.codeFor(to) === code)
    expect(await refusedResponse(testPool, typed(testPool.codeFor(to)))).toEqual(MISMATCH)
    later(3 * MINUTE)
    expect(await refusedResponse(testPool, typed(code))).toEqual(
      notAuthorized('Invalid session for the user, session is expired.'),
    )
  })
})

describe('SELECT_MFA_TYPE', () => {
  const asking = async () => {
    const { testPool, AccessToken, prefer } = await openContactPool()
    const secret = await addApp(testPool, AccessToken, later)
    const both = { SMSMfaSettings: enabledFactor(), SoftwareTokenMfaSettings: enabledFactor() }
    await testPool.call('SetUserMFAPreference', prefer(both))
    const asked = await testPool.signInBySrp('jo')
    return { testPool, secret, asked, select: (ANSWER: string) => responseTo(asked, { ANSWER }) }
  }

  test('offers the choice where no factor is preferred', async () => {
    const { testPool, secret, asked, select } = await asking()
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_MFA_TYPE',
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'jo',
        MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
      },
    })
    const app: Answer = await respond(testPool, select('SOFTWARE_TOKEN_MFA'))
    expect(app.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    tokensOf(
      await respond(testPool, responseTo(app, { SOFTWARE_TOKEN_MFA_CODE: totpCode(secret) })),
    )
    expect(await refusedResponse(testPool, select('SMS_MFA'))).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
  })

  test('sends nothing before the choice', async () => {
    const { testPool, select } = await asking()
    expect(testPool.store.messages).toEqual([])
    const sms = await respond(testPool, select('SMS_MFA'))
    tokensOf(await respond(testPool, responseTo(sms, { SMS_MFA_CODE: testPool.codeFor(PHONE) })))
  })

  test('refuses a factor that was not offered, and keeps the session', async () => {
    const { testPool, select } = await asking()
    for (const ANSWER of ['EMAIL_OTP', 'MAGIC'])
      expect(await refusedResponse(testPool, select(ANSWER))).toMatchObject({
        type: 'MFAMethodNotFoundException',
      })
    await respond(testPool, select('SMS_MFA'))
  })
})

describe('MfaConfiguration', () => {
  test('OFF: no factor is asked for, whatever users enabled before', async () => {
    const { testPool, prefer } = await openContactPool()
    await testPool.call('SetUserMFAPreference', prefer({ SMSMfaSettings: enabledFactor(true) }))
    testPool.pool.settings.MfaConfiguration = 'OFF'
    expect(await testPool.signInBySrp('jo')).toHaveProperty('AuthenticationResult')
  })

  test('ON: asks for a factor that needs no setting up', async () => {
    const { testPool } = await openContactPool('ON')
    const asked = await testPool.signInBySrp('jo')
    expect(asked.ChallengeName).toBe('SMS_MFA')
    tokensOf(await respond(testPool, responseTo(asked, { SMS_MFA_CODE: testPool.codeFor(PHONE) })))
  })

  test('applies to USER_PASSWORD_AUTH, too', async () => {
    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH' as const]
    const testPool = await openMfaPool('ON', { client: { ExplicitAuthFlows } })
    const AuthParameters = { USERNAME: 'jo', PASSWORD: 'Correct-Horse-9' }
    const input = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
    expect((await testPool.call('InitiateAuth', input)).ChallengeName).toBe('EMAIL_OTP')
  })
})

describe('a password reset', () => {
  const forgot = { Username: 'jo' }

  test('sends no code to a contact that receives MFA codes', async () => {
    const { testPool, prefer } = await openContactPool()
    testPool.jo.attributes['phone_number_verified'] = 'true'
    expect(await testPool.call('ForgotPassword', forgot)).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'email' },
    })
    await testPool.call('SetUserMFAPreference', prefer({ EmailMfaSettings: enabledFactor() }))
    expect(await testPool.call('ForgotPassword', forgot)).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'phone_number' },
    })
    testPool.jo.attributes['phone_number_verified'] = 'false'
    expect(await testPool.refused('ForgotPassword', forgot)).toMatchObject({
      type: 'InvalidParameterException',
    })
  })

  test('uses any contact in a pool without MFA', async () => {
    const testPool = await openTestPool()
    testPool.jo.mfa = { enabled: ['EMAIL_OTP'] }
    expect(await testPool.call('ForgotPassword', forgot)).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'email' },
    })
  })
})
