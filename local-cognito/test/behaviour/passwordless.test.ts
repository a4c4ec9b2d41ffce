import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  initiateAuth,
  openUserAuthPool,
  PHONE,
  refusedResponse,
  respond,
  responseTo,
  userAuth,
  wrongCode,
} from '#local-cognito/test/support/factorPool.ts'
import {
  HOUR,
  MINUTE,
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
  toAttributes,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

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
  test('sends eight digits to a masked address; wrong ones can be retried, a right one works once', async () => {
    const testPool = await openUserAuthPool()
    const asked = await initiateAuth(testPool, userAuth(factor))
    expect(asked).toMatchObject({
      ChallengeName: factor,
      ChallengeParameters: {
        CODE_DELIVERY_DELIVERY_MEDIUM: medium,
        CODE_DELIVERY_DESTINATION: masked,
      },
      AvailableChallenges: [...PASSWORDS, 'EMAIL_OTP', 'SMS_OTP'],
    })
    const code = testPool.codeFor(to)
    expect(code).toMatch(/^\d{8}$/)
    for (let guess = 0; guess < 6; guess++)
      expect(
        await refusedResponse(testPool, responseTo(asked, { [key]: wrongCode(code) })),
      ).toEqual(MISMATCH)
    tokensOf(await respond(testPool, responseTo(asked, { [key]: code })))
    expect(await refusedResponse(testPool, responseTo(asked, { [key]: code }))).toEqual(USED)
  })

  test('after a choice; not for another user, nor after three minutes', async () => {
    const testPool = await openUserAuthPool()
    await testPool.addTestUser('kim')
    const asked = await respond(
      testPool,
      responseTo(await initiateAuth(testPool), { ANSWER: factor }),
    )
    expect(asked).not.toHaveProperty('AvailableChallenges')
    const code = testPool.codeFor(to)
    for (const given of [{ USERNAME: 'kim' }, { ClientId: testPool.makeClient().id }])
      expect(await refusedResponse(testPool, responseTo(asked, { [key]: code }, given))).toEqual(
        INVALID_SESSION,
      )
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await refusedResponse(testPool, responseTo(asked, { [key]: code }))).toEqual(EXPIRED)
  })

  test('is refused once a password has become mandatory', async () => {
    const testPool = await openUserAuthPool()
    const asked = await initiateAuth(testPool, userAuth(factor))
    testPool.jo.status = 'RESET_REQUIRED'
    const right = responseTo(asked, { [key]: testPool.codeFor(to) })
    expect(await refusedResponse(testPool, right)).toEqual(
      notAuthorized('Incorrect username or password.'),
    )
    testPool.jo.status = 'CONFIRMED'
    expect(await refusedResponse(testPool, right)).toEqual(USED)
  })
})

const EMAIL = 'kim@example.com'

/** Signs up a user, with or without a password. */
async function signUp(given: object = {}, settings: TestPoolOptions = {}) {
  const testPool = await openUserAuthPool({
    ...settings,
    pool: { AutoVerifiedAttributes: ['email'] },
  })
  const input = { Username: 'kim', UserAttributes: toAttributes({ email: EMAIL }), ...given }
  return { testPool, signedUp: await testPool.call('SignUp', input) }
}

const confirm = (testPool: TestPool, Session?: string) => ({
  Username: 'kim',
  ConfirmationCode: testPool.codeFor(EMAIL),
  Session,
})

const autoSignIn = (Session: string | undefined, USERNAME = 'kim') => ({
  ...userAuth(undefined, { USERNAME }),
  Session,
})

describe('signing up', () => {
  test('without a password, then in with a code', async () => {
    const { testPool } = await signUp()
    await testPool.call('ConfirmSignUp', confirm(testPool))
    const asked = await initiateAuth(testPool, userAuth('EMAIL_OTP', { USERNAME: 'kim' }))
    expect(asked.AvailableChallenges).toEqual(['EMAIL_OTP'])
    const EMAIL_OTP_CODE = testPool.codeFor(EMAIL)
    const right = responseTo(asked, { EMAIL_OTP_CODE }, { USERNAME: 'kim' })
    const { AccessToken } = tokensOf(await respond(testPool, right))
    expect(await testPool.call('GetUserAuthFactors', { AccessToken })).toMatchObject({
      ConfiguredUserAuthFactors: ['EMAIL_OTP'],
    })
  })

  test('requires one in pools without passwordless sign-in', async () => {
    const testPool = await openUserAuthPool({ pool: { Policies: {} } })
    expect(await testPool.refused('SignUp', { Username: 'kim' })).toMatchObject({
      type: 'InvalidParameterException',
    })
  })
})

describe('automatic sign-in after sign-up', () => {
  test.each([
    ['with', true],
    ['without', false],
  ])("uses the session of ConfirmSignUp, once, %s SignUp's", async (_, isSent) => {
    const { testPool, signedUp } = await signUp({ Password: PASSWORD })
    const sent = isSent ? signedUp.Session : undefined
    const { Session } = await testPool.call('ConfirmSignUp', confirm(testPool, sent))
    const completed = await initiateAuth(testPool, autoSignIn(Session))
    tokensOf(completed)
    expect(completed.ChallengeParameters).toEqual({})
    expect(await testPool.refused('InitiateAuth', autoSignIn(Session))).toEqual(USED)
  })

  test('only for clients with USER_AUTH', async () => {
    const { testPool, signedUp } = await signUp({}, { client: { ExplicitAuthFlows: [] } })
    expect(signedUp).not.toHaveProperty('Session')
    expect(await testPool.call('ConfirmSignUp', confirm(testPool))).toEqual({})
  })

  test('only for the same user and client, within three minutes', async () => {
    const { testPool, signedUp } = await signUp()
    expect(await testPool.refused('InitiateAuth', autoSignIn(signedUp.Session))).toMatchObject({
      type: 'UserNotConfirmedException',
    })
    const { Session } = await testPool.call('ConfirmSignUp', confirm(testPool, signedUp.Session))
    const { id: ClientId } = testPool.makeClient({ ExplicitAuthFlows: ['ALLOW_USER_AUTH'] })
    for (const input of [
      autoSignIn(Session, 'jo'),
      { ...autoSignIn(Session), ClientId },
      autoSignIn(signedUp.Session),
      autoSignIn('x'.repeat(40)),
    ])
      expect(await testPool.refused('InitiateAuth', input)).toEqual(INVALID_SESSION)
    // The session cannot be used to answer a challenge.
    const answered = { ChallengeName: 'EMAIL_OTP' as const, Session }
    const code = responseTo(answered, { EMAIL_OTP_CODE: '1' }, { USERNAME: 'kim' })
    expect(await refusedResponse(testPool, code)).toEqual(INVALID_SESSION)
    vi.advanceTimersByTime(3 * MINUTE)
    expect(await testPool.refused('InitiateAuth', autoSignIn(Session))).toEqual(EXPIRED)
  })

  test('ConfirmSignUp refuses another session; a wrong code keeps it', async () => {
    const { testPool, signedUp } = await signUp()
    const UserAttributes = toAttributes({ email: 'lee@example.com' })
    const lee = await testPool.call('SignUp', { Username: 'lee', UserAttributes })
    for (const Session of [lee.Session, 'x'.repeat(40)])
      expect(await testPool.refused('ConfirmSignUp', confirm(testPool, Session))).toEqual(
        INVALID_SESSION,
      )
    const right = confirm(testPool, signedUp.Session)
    const wrong = { ...right, ConfirmationCode: wrongCode(right.ConfirmationCode) }
    expect(await testPool.refused('ConfirmSignUp', wrong)).toMatchObject({
      type: 'CodeMismatchException',
    })
    tokensOf(
      await initiateAuth(
        testPool,
        autoSignIn((await testPool.call('ConfirmSignUp', right)).Session),
      ),
    )
  })

  test("an hour later the code still confirms and signs in, also with SignUp's session", async () => {
    const { testPool, signedUp } = await signUp()
    vi.advanceTimersByTime(HOUR)
    const { Session } = await testPool.call('ConfirmSignUp', confirm(testPool, signedUp.Session))
    expect(testPool.user('kim')?.status).toBe('CONFIRMED')
    tokensOf(await initiateAuth(testPool, autoSignIn(Session)))
  })

  test('a required second factor follows', async () => {
    const { testPool, signedUp } = await signUp()
    const { Session } = await testPool.call('ConfirmSignUp', confirm(testPool, signedUp.Session))
    testPool.pool.settings.MfaConfiguration = 'ON'
    testPool.pool.mfa = { SoftwareTokenMfaConfiguration: { Enabled: true } }
    expect((await initiateAuth(testPool, autoSignIn(Session))).ChallengeName).toBe('MFA_SETUP')
  })
})
