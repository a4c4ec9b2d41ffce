import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE, openCognito, tokensOf } from '#local-cognito/test/support/testPool.ts'
import {
  addApp,
  answer,
  answerTo,
  on,
  openContacts,
  openMfa,
  otherThan,
  PHONE,
  refused,
  shown,
  type Answer,
} from '#local-cognito/test/support/factorPool.ts'

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
    const { bed, prefer } = await openContacts()
    const setting = factor === 'SMS_MFA' ? 'SMSMfaSettings' : 'EmailMfaSettings'
    await bed.call('SetUserMFAPreference', prefer({ [setting]: on() }))
    bed.jo.attributes[flag] = 'false'
    const asked = await bed.signInBySrp('jo')
    const code = bed.codeFor(to)
    return { bed, asked, code, typed: (text: string) => answerTo(asked, { [key]: text }) }
  }

  test('goes to a masked address and lets in, once, and has shown whose the address is', async () => {
    const { bed, asked, code, typed } = await asking()
    expect(asked).toMatchObject({
      ChallengeName: factor,
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'jo',
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
    })
    expect(code).toMatch(/^\d{6}$/)
    tokensOf(await answer(bed, typed(code)))
    expect(bed.jo.attributes[flag]).toBe('true')
    expect(await refused(bed, typed(code))).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
  })

  test('says nothing of an address that has taken its place', async () => {
    const { bed, code, typed } = await asking()
    const attribute = medium === 'SMS' ? 'phone_number' : 'email'
    bed.jo.attributes[attribute] = 'another'
    tokensOf(await answer(bed, typed(code)))
    expect(bed.jo.attributes[flag]).toBe('false')
  })

  test('a wrong one keeps the session; five lock', async () => {
    const { bed, code, typed } = await asking()
    for (let guess = 0; guess < 4; guess++)
      expect(await refused(bed, typed(otherThan(code)))).toEqual(MISMATCH)
    tokensOf(await answer(bed, typed(code)))
    const again = await bed.signInBySrp('jo')
    const right = answerTo(again, { [key]: bed.codeFor(to) })
    const wrong = answerTo(again, { [key]: otherThan(bed.codeFor(to)) })
    for (let guess = 0; guess < 5; guess++) expect(await refused(bed, wrong)).toEqual(MISMATCH)
    expect(await refused(bed, right)).toEqual(notAuthorized('Password attempts exceeded'))
    later(1000)
    tokensOf(await answer(bed, right))
  })

  test('is good for its session alone, and for three minutes', async () => {
    const { bed, asked, code, typed } = await asking()
    await bed.addPerson('kim')
    for (const given of [{ USERNAME: 'kim' }, { ClientId: bed.makeClient().id }])
      expect(await refused(bed, answerTo(asked, { [key]: code }, given))).toEqual(INVALID_SESSION)
    // Two codes in a million are the same.
    do await bed.signInBySrp('jo')
    while (bed.codeFor(to) === code)
    expect(await refused(bed, typed(bed.codeFor(to)))).toEqual(MISMATCH)
    later(3 * MINUTE)
    expect(await refused(bed, typed(code))).toEqual(
      notAuthorized('Invalid session for the user, session is expired.'),
    )
  })
})

describe('SELECT_MFA_TYPE', () => {
  const asking = async () => {
    const { bed, AccessToken, prefer } = await openContacts()
    const secret = await addApp(bed, AccessToken, later)
    const both = { SMSMfaSettings: on(), SoftwareTokenMfaSettings: on() }
    await bed.call('SetUserMFAPreference', prefer(both))
    const asked = await bed.signInBySrp('jo')
    return { bed, secret, asked, select: (ANSWER: string) => answerTo(asked, { ANSWER }) }
  }

  test('asks which of several, where none is preferred', async () => {
    const { bed, secret, asked, select } = await asking()
    expect(asked).toMatchObject({
      ChallengeName: 'SELECT_MFA_TYPE',
      ChallengeParameters: {
        USER_ID_FOR_SRP: 'jo',
        MFAS_CAN_CHOOSE: '["SMS_MFA","SOFTWARE_TOKEN_MFA"]',
      },
    })
    const app: Answer = await answer(bed, select('SOFTWARE_TOKEN_MFA'))
    expect(app.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
    tokensOf(await answer(bed, answerTo(app, { SOFTWARE_TOKEN_MFA_CODE: shown(secret) })))
    expect(await refused(bed, select('SMS_MFA'))).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
  })

  test('sends nothing before it is asked to', async () => {
    const { bed, select } = await asking()
    expect(bed.store.messages).toEqual([])
    const sms = await answer(bed, select('SMS_MFA'))
    tokensOf(await answer(bed, answerTo(sms, { SMS_MFA_CODE: bed.codeFor(PHONE) })))
  })

  test('refuses what was not on offer, and the session stays', async () => {
    const { bed, select } = await asking()
    for (const ANSWER of ['EMAIL_OTP', 'MAGIC'])
      expect(await refused(bed, select(ANSWER))).toMatchObject({
        type: 'MFAMethodNotFoundException',
      })
    await answer(bed, select('SMS_MFA'))
  })
})

describe('what the pool says', () => {
  test('OFF: nobody is asked, whatever they switched on before', async () => {
    const { bed, prefer } = await openContacts()
    await bed.call('SetUserMFAPreference', prefer({ SMSMfaSettings: on(true) }))
    bed.pool.settings.MfaConfiguration = 'OFF'
    expect(await bed.signInBySrp('jo')).toHaveProperty('AuthenticationResult')
  })

  test('ON: a factor that needs no setting up is asked for', async () => {
    const { bed } = await openContacts('ON')
    const asked = await bed.signInBySrp('jo')
    expect(asked.ChallengeName).toBe('SMS_MFA')
    tokensOf(await answer(bed, answerTo(asked, { SMS_MFA_CODE: bed.codeFor(PHONE) })))
  })

  test('a password in the clear is followed by the same', async () => {
    const ExplicitAuthFlows = ['ALLOW_USER_PASSWORD_AUTH' as const]
    const bed = await openMfa('ON', { client: { ExplicitAuthFlows } })
    const AuthParameters = { USERNAME: 'jo', PASSWORD: 'Correct-Horse-9' }
    const input = { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }
    expect((await bed.call('InitiateAuth', input)).ChallengeName).toBe('EMAIL_OTP')
  })
})

describe('a forgotten password', () => {
  const forgot = { Username: 'jo' }

  test('its code does not go where second factors go', async () => {
    const { bed, prefer } = await openContacts()
    bed.jo.attributes['phone_number_verified'] = 'true'
    expect(await bed.call('ForgotPassword', forgot)).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'email' },
    })
    await bed.call('SetUserMFAPreference', prefer({ EmailMfaSettings: on() }))
    expect(await bed.call('ForgotPassword', forgot)).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'phone_number' },
    })
    bed.jo.attributes['phone_number_verified'] = 'false'
    expect(await bed.refused('ForgotPassword', forgot)).toMatchObject({
      type: 'InvalidParameterException',
    })
  })

  test('a pool without second factors sends it anywhere', async () => {
    const bed = await openCognito()
    bed.jo.mfa = { enabled: ['EMAIL_OTP'] }
    expect(await bed.call('ForgotPassword', forgot)).toMatchObject({
      CodeDeliveryDetails: { AttributeName: 'email' },
    })
  })
})
