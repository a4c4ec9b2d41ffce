import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  toAttributes,
  tokensOf,
  type Bed,
  type World,
} from '#local-cognito/test/support/testPool.ts'
import {
  answer,
  answerTo,
  by,
  openChoice,
  otherThan,
  PHONE,
  refused,
  start,
} from '#local-cognito/test/support/factorPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const INVALID_SESSION = notAuthorized('Invalid session for the user.')
const USED = notAuthorized('Invalid session for the user, session can only be used once.')
const EXPIRED = notAuthorized('Invalid session for the user, session is expired.')
const MISMATCH = {
  type: 'CodeMismatchException',
  message: 'Invalid code or auth state for the user.',
}
const PASSWORDS = ['PASSWORD_SRP', 'PASSWORD']

describe.each([
  ['EMAIL_OTP', 'EMAIL_OTP_CODE', 'jo@example.com', 'EMAIL', 'j***@e***'],
  ['SMS_OTP', 'SMS_OTP_CODE', PHONE, 'SMS', '+*******0123'],
])('%s', (factor, key, to, medium, masked) => {
  test('eight digits to a masked address; wrong ones cost nothing, a right one is good once', async () => {
    const bed = await openChoice()
    const asked = await start(bed, by(factor))
    expect(asked).toMatchObject({
      ChallengeName: factor,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
      AvailableChallenges: [...PASSWORDS, 'EMAIL_OTP', 'SMS_OTP'],
    })
    const code = bed.codeFor(to)
    expect(code).toMatch(/^\d{8}$/)
    for (let guess = 0; guess < 6; guess++)
      expect(await refused(bed, answerTo(asked, { [key]: otherThan(code) }))).toEqual(MISMATCH)
    tokensOf(await answer(bed, answerTo(asked, { [key]: code })))
    expect(await refused(bed, answerTo(asked, { [key]: code }))).toEqual(USED)
  })

  test('chosen; not for somebody else, nor after three minutes', async () => {
    const bed = await openChoice()
    await bed.addPerson('kim')
    const asked = await answer(bed, answerTo(await start(bed), { ANSWER: factor }))
    expect(asked).not.toHaveProperty('AvailableChallenges')
    const code = bed.codeFor(to)
    for (const given of [{ USERNAME: 'kim' }, { ClientId: bed.makeClient().id }])
      expect(await refused(bed, answerTo(asked, { [key]: code }, given))).toEqual(INVALID_SESSION)
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await refused(bed, answerTo(asked, { [key]: code }))).toEqual(EXPIRED)
  })

  test('not enough any more where a password is wanted first by then', async () => {
    const bed = await openChoice()
    const asked = await start(bed, by(factor))
    bed.jo.status = 'RESET_REQUIRED'
    const right = answerTo(asked, { [key]: bed.codeFor(to) })
    expect(await refused(bed, right)).toEqual(notAuthorized('Incorrect username or password.'))
    bed.jo.status = 'CONFIRMED'
    expect(await refused(bed, right)).toEqual(USED)
  })
})

const EMAIL = 'kim@example.com'

/** Somebody signs up, with a password or without. */
async function signUp(given: object = {}, world: World = {}) {
  const bed = await openChoice({ ...world, pool: { AutoVerifiedAttributes: ['email'] } })
  const input = { Username: 'kim', UserAttributes: toAttributes({ email: EMAIL }), ...given }
  return { bed, signedUp: await bed.call('SignUp', input) }
}

const confirm = (bed: Bed, Session?: string) => ({
  Username: 'kim',
  ConfirmationCode: bed.codeFor(EMAIL),
  Session,
})

const enter = (Session: string | undefined, USERNAME = 'kim') => ({
  ...by(undefined, { USERNAME }),
  Session,
})

describe('signing up', () => {
  test('without a password, and in by a code', async () => {
    const { bed } = await signUp()
    await bed.call('ConfirmSignUp', confirm(bed))
    const asked = await start(bed, by('EMAIL_OTP', { USERNAME: 'kim' }))
    expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP'])
    const EMAIL_OTP_CODE = bed.codeFor(EMAIL)
    const right = answerTo(asked, { EMAIL_OTP_CODE }, { USERNAME: 'kim' })
    const { AccessToken } = tokensOf(await answer(bed, right))
    expect(await bed.call('GetUserAuthFactors', { AccessToken })).toMatchObject({
      ConfiguredUserAuthFactors: ['EMAIL_OTP'],
    })
  })

  test('not without one where the pool knows nothing else', async () => {
    const bed = await openChoice({ pool: { Policies: {} } })
    expect(await bed.refused('SignUp', { Username: 'kim' })).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})

describe('signing in right after', () => {
  test('by the sessions of SignUp and ConfirmSignUp, once', async () => {
    const { bed, signedUp } = await signUp({ Password: PASSWORD })
    const { Session } = await bed.call('ConfirmSignUp', confirm(bed, signedUp.Session))
    const entered = await start(bed, enter(Session))
    tokensOf(entered)
    expect(entered.ChallengeParameters).toEqual({})
    expect(await bed.refused('InitiateAuth', enter(Session))).toEqual(USED)
  })

  test("only for clients with USER_AUTH, and only if SignUp's session comes along", async () => {
    const { signedUp: other } = await signUp({}, { client: { ExplicitAuthFlows: [] } })
    expect(other).not.toHaveProperty('Session')
    const { bed } = await signUp()
    expect(await bed.call('ConfirmSignUp', confirm(bed))).toEqual({})
  })

  test('nobody else, in no other client, and for three minutes', async () => {
    const { bed, signedUp } = await signUp()
    expect(await bed.refused('InitiateAuth', enter(signedUp.Session))).toMatchObject({
      type: 'UserNotConfirmedException',
    })
    const { Session } = await bed.call('ConfirmSignUp', confirm(bed, signedUp.Session))
    const { id: ClientId } = bed.makeClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
    for (const input of [
      enter(Session, 'jo'),
      { ...enter(Session), ClientId },
      enter(signedUp.Session),
      enter('x'.repeat(40)),
    ])
      expect(await bed.refused('InitiateAuth', input)).toEqual(INVALID_SESSION)
    // It is no answer to a challenge either.
    const answered = { ChallengeName: 'EMAIL_OTP' as const, Session }
    const code = answerTo(answered, { EMAIL_OTP_CODE: '1' }, { USERNAME: 'kim' })
    expect(await refused(bed, code)).toEqual(INVALID_SESSION)
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await bed.refused('InitiateAuth', enter(Session))).toEqual(EXPIRED)
  })

  test('ConfirmSignUp refuses a session of another; a wrong code costs none', async () => {
    const { bed, signedUp } = await signUp()
    const UserAttributes = toAttributes({ email: 'lee@example.com' })
    const lee = await bed.call('SignUp', { Username: 'lee', UserAttributes })
    for (const Session of [lee.Session, 'x'.repeat(40)])
      expect(await bed.refused('ConfirmSignUp', confirm(bed, Session))).toEqual(INVALID_SESSION)
    const right = confirm(bed, signedUp.Session)
    const wrong = { ...right, ConfirmationCode: otherThan(right.ConfirmationCode) }
    expect(await bed.refused('ConfirmSignUp', wrong)).toMatchObject({
      type: 'CodeMismatchException',
    })
    tokensOf(await start(bed, enter((await bed.call('ConfirmSignUp', right)).Session)))
  })

  test('an hour later the code still confirms, and a password or a code is needed', async () => {
    const { bed, signedUp } = await signUp()
    vi.advanceTimersByTime(HOUR)
    expect(await bed.call('ConfirmSignUp', confirm(bed, signedUp.Session))).toEqual({})
    expect(bed.user('kim')?.status).toBe('CONFIRMED')
  })

  test('a second factor that the pool requires follows', async () => {
    const { bed, signedUp } = await signUp()
    const { Session } = await bed.call('ConfirmSignUp', confirm(bed, signedUp.Session))
    bed.pool.settings.MfaConfiguration = 'ON'
    bed.pool.mfa = { SoftwareTokenMfaConfiguration: { Enabled: true } }
    expect((await start(bed, enter(Session))).ChallengeName).toBe('MFA_SETUP')
  })
})
