import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  type Answer,
  initiateAuth,
  openUserAuthPool,
  PHONE,
  refusedResponse,
  respond,
  responseTo,
  srpAnswerBy,
  userAuth,
} from '#local-cognito/test/support/factorPool.ts'
import {
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const INCORRECT = notAuthorized('Incorrect username or password.')
const PASSWORDS = ['PASSWORD_SRP', 'PASSWORD']
describe('available factors', () => {
  test('are those that the pool allows and the user has', async () => {
    const { Session, ...asked } = await initiateAuth(await openUserAuthPool())
    expect(Session?.length).toBeGreaterThan(20)
    expect(asked).toEqual({
      ChallengeName: 'SELECT_CHALLENGE',
      ChallengeParameters: {},
      AvailableChallenges: ['PASSWORD_SRP', 'PASSWORD', 'EMAIL_OTP', 'SMS_OTP'],
    })
  })

  const cases: [string, TestPoolOptions, (testPool: TestPool) => void, string[]][] = [
    ['a pool with the default policy', { pool: { Policies: {} } }, () => undefined, PASSWORDS],
    [
      'no verified address',
      {},
      ({ jo }) => (jo.attributes['email_verified'] = 'false'),
      [...PASSWORDS, 'SMS_OTP'],
    ],
    ['no password', {}, ({ jo }) => delete jo.verifier, ['EMAIL_OTP', 'SMS_OTP']],
    ['a temporary password', {}, ({ jo }) => (jo.status = 'FORCE_CHANGE_PASSWORD'), PASSWORDS],
    [
      'a second factor that the pool requires',
      {},
      ({ pool }) => (pool.settings.MfaConfiguration = 'ON'),
      PASSWORDS,
    ],
    [
      'a second factor that the user enabled',
      {},
      ({ pool, jo }) => {
        pool.settings.MfaConfiguration = 'OPTIONAL'
        jo.mfa = { enabled: ['SMS_MFA'] }
      },
      PASSWORDS,
    ],
  ]
  test.each(cases)('with %s', async (_, settings, arrange, offered) => {
    const testPool = await openUserAuthPool(settings)
    arrange(testPool)
    expect((await initiateAuth(testPool)).AvailableChallenges).toEqual(offered)
    // A preferred factor that is not available is no error.
    expect(await initiateAuth(testPool, userAuth('WEB_AUTHN'))).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: offered,
    })
  })
})

test.each([undefined, 'WEB_AUTHN'])(
  'a user with one factor is asked for it at once, with the preference %s',
  async (preferred) => {
    const testPool = await openUserAuthPool()
    delete testPool.jo.verifier
    delete testPool.jo.attributes['phone_number_verified']
    expect(await initiateAuth(testPool, userAuth(preferred))).toMatchObject({
      ChallengeName: 'EMAIL_OTP',
      ChallengeParameters: { CODE_DELIVERY_DESTINATION: 'j***@e***' },
      AvailableChallenges: ['EMAIL_OTP'],
    })
    expect(testPool.store.messages).toHaveLength(1)
  },
)

describe('a password', () => {
  test('in the first call signs in; a wrong one is refused, and five lock', async () => {
    const testPool = await openUserAuthPool()
    tokensOf(await initiateAuth(testPool, userAuth('PASSWORD', { PASSWORD })))
    for (let guess = 0; guess < 5; guess++)
      expect(
        await testPool.refused('InitiateAuth', userAuth('PASSWORD', { PASSWORD: 'x' })),
      ).toEqual(INCORRECT)
    expect(await testPool.refused('InitiateAuth', userAuth('PASSWORD', { PASSWORD }))).toEqual(
      notAuthorized('Password attempts exceeded'),
    )
  })

  test('with the choice, or after it; a wrong one keeps the session', async () => {
    const testPool = await openUserAuthPool()
    for (const [asked, responses] of [
      [await initiateAuth(testPool), { ANSWER: 'PASSWORD' }],
      [await initiateAuth(testPool, userAuth('PASSWORD')), {}],
    ] as const) {
      const wrong = responseTo(asked, { ...responses, PASSWORD: 'wrong' })
      expect(await refusedResponse(testPool, wrong)).toEqual(INCORRECT)
      tokensOf(await respond(testPool, responseTo(asked, { ...responses, PASSWORD })))
      expect(
        await refusedResponse(testPool, responseTo(asked, { ...responses, PASSWORD })),
      ).toEqual(notAuthorized('Invalid session for the user, session can only be used once.'))
    }
    const chosen = await respond(
      testPool,
      responseTo(await initiateAuth(testPool), { ANSWER: 'PASSWORD' }),
    )
    expect(chosen.ChallengeName).toBe('PASSWORD')
    tokensOf(await respond(testPool, responseTo(chosen, { PASSWORD })))
  })

  const starts: [string, (testPool: TestPool, SRP_A: string) => Promise<Answer>][] = [
    [
      'in the first call',
      (testPool, SRP_A) => initiateAuth(testPool, userAuth('PASSWORD_SRP', { SRP_A })),
    ],
    [
      'with the choice',
      async (testPool, SRP_A) =>
        respond(
          testPool,
          responseTo(await initiateAuth(testPool), { ANSWER: 'PASSWORD_SRP', SRP_A }),
        ),
    ],
    [
      'after the choice',
      async (testPool, SRP_A) =>
        respond(
          testPool,
          responseTo(await initiateAuth(testPool, userAuth('PASSWORD_SRP')), { SRP_A }),
        ),
    ],
  ]
  test.each(starts)('by SRP that starts %s, bound to its session', async (_, begin) => {
    const testPool = await openUserAuthPool()
    const srpResponse = await srpAnswerBy(testPool, (A) => begin(testPool, A))
    expect(srpResponse.ChallengeName).toBe('PASSWORD_VERIFIER')
    expect(srpResponse.Session?.length).toBeGreaterThan(20)
    const other = await srpAnswerBy(testPool, (A) => begin(testPool, A), { password: 'wrong' })
    expect(await refusedResponse(testPool, other)).toEqual(INCORRECT)
    for (const Session of [undefined, other.Session])
      expect(await refusedResponse(testPool, { ...srpResponse, Session })).toEqual(INCORRECT)
    tokensOf(await respond(testPool, srpResponse))
    expect(await refusedResponse(testPool, srpResponse)).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
  })

  test('is followed by the second factor, or by NEW_PASSWORD_REQUIRED', async () => {
    const testPool = await openUserAuthPool()
    testPool.pool.settings.MfaConfiguration = 'ON'
    const asked = await initiateAuth(testPool, userAuth('PASSWORD', { PASSWORD }))
    expect(asked.ChallengeName).toBe('SMS_MFA')
    tokensOf(await respond(testPool, responseTo(asked, { SMS_MFA_CODE: testPool.codeFor(PHONE) })))
    await testPool.addTestUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
    const input = userAuth('PASSWORD', { USERNAME: 'new', PASSWORD })
    expect((await initiateAuth(testPool, input)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  })
})

describe('refuses', () => {
  test('a choice that was not offered, and an unknown preference', async () => {
    const testPool = await openUserAuthPool({ pool: { Policies: {} } })
    const asked = await initiateAuth(testPool)
    for (const ANSWER of ['EMAIL_OTP', 'WEB_AUTHN', 'SMS_MFA', 'MAGIC'])
      expect(await refusedResponse(testPool, responseTo(asked, { ANSWER }))).toMatchObject({
        type: 'InvalidParameterException',
      })
    tokensOf(await respond(testPool, responseTo(asked, { ANSWER: 'PASSWORD', PASSWORD })))
    expect(await testPool.refused('InitiateAuth', userAuth('SMS_MFA'))).toMatchObject({
      type: 'InvalidParameterException',
    })
    expect(await testPool.refused('InitiateAuth', userAuth('PASSWORD', { USERNAME: '' }))).toEqual(
      invalid('Missing required parameter USERNAME'),
    )
  })

  test('a choice that the user has lost since it was offered', async () => {
    const testPool = await openUserAuthPool()
    const asked = await initiateAuth(testPool)
    delete testPool.jo.attributes['phone_number']
    testPool.jo.attributes['phone_number_verified'] = 'false'
    expect(await refusedResponse(testPool, responseTo(asked, { ANSWER: 'SMS_OTP' }))).toMatchObject(
      {
        type: 'InvalidParameterException',
      },
    )
  })

  test('an unconfirmed, disabled or unknown user', async () => {
    const testPool = await openUserAuthPool()
    expect(
      await testPool.refused('InitiateAuth', userAuth('PASSWORD', { USERNAME: 'no-user' })),
    ).toEqual({
      type: 'UserNotFoundException',
      message: 'User does not exist.',
    })
    testPool.jo.status = 'UNCONFIRMED'
    expect(await testPool.refused('InitiateAuth', userAuth())).toEqual({
      type: 'UserNotConfirmedException',
      message: 'User is not confirmed.',
    })
    testPool.jo.enabled = false
    expect(await testPool.refused('InitiateAuth', userAuth())).toEqual(
      notAuthorized('User is disabled.'),
    )
  })

  test('a client with a secret that does not send the hash', async () => {
    const testPool = await openUserAuthPool({ client: { GenerateSecret: true } })
    expect(await testPool.refused('InitiateAuth', userAuth())).toEqual(
      notAuthorized(
        `Client ${testPool.client.id} is configured with secret but SECRET_HASH was not received`,
      ),
    )
  })
})

test('in the LITE tier a password is the only first factor', async () => {
  const testPool = await openUserAuthPool({ pool: { UserPoolTier: 'LITE' } })
  expect((await initiateAuth(testPool)).AvailableChallenges).toEqual(['PASSWORD_SRP', 'PASSWORD'])
  expect(await initiateAuth(testPool, userAuth('EMAIL_OTP'))).toMatchObject({
    ChallengeName: 'SELECT_CHALLENGE',
  })
  tokensOf(await initiateAuth(testPool, userAuth('PASSWORD', { PASSWORD })))
  const begin = (SRP_A: string) => initiateAuth(testPool, userAuth('PASSWORD_SRP', { SRP_A }))
  tokensOf(await respond(testPool, await srpAnswerBy(testPool, begin)))
})
