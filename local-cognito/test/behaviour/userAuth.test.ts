import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  PASSWORD,
  tokensOf,
  type TestPool,
  type TestPoolOptions,
} from '#local-cognito/test/support/testPool.ts'
import {
  answer,
  answerTo,
  by,
  openChoice,
  PHONE,
  srpAnswerBy,
  refused,
  start,
  type Answer,
} from '#local-cognito/test/support/factorPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
const INCORRECT = notAuthorized('Incorrect username or password.')
const PASSWORDS = ['PASSWORD_SRP', 'PASSWORD']
describe('available factors', () => {
  test('are those that the pool allows and the user has', async () => {
    const { Session, ...asked } = await start(await openChoice())
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
    const testPool = await openChoice(settings)
    arrange(testPool)
    expect((await start(testPool)).AvailableChallenges).toEqual(offered)
    // A preferred factor that is not available is no error.
    expect(await start(testPool, by('WEB_AUTHN'))).toMatchObject({
      ChallengeName: 'SELECT_CHALLENGE',
      AvailableChallenges: offered,
    })
  })
})

describe('a password', () => {
  test('in the first call signs in; a wrong one is refused, and five lock', async () => {
    const testPool = await openChoice()
    tokensOf(await start(testPool, by('PASSWORD', { PASSWORD })))
    for (let guess = 0; guess < 5; guess++)
      expect(await testPool.refused('InitiateAuth', by('PASSWORD', { PASSWORD: 'x' }))).toEqual(
        INCORRECT,
      )
    expect(await testPool.refused('InitiateAuth', by('PASSWORD', { PASSWORD }))).toEqual(
      notAuthorized('Password attempts exceeded'),
    )
  })

  test('with the choice, or after it; a wrong one keeps the session', async () => {
    const testPool = await openChoice()
    for (const [asked, responses] of [
      [await start(testPool), { ANSWER: 'PASSWORD' }],
      [await start(testPool, by('PASSWORD')), {}],
    ] as const) {
      const wrong = answerTo(asked, { ...responses, PASSWORD: 'wrong' })
      expect(await refused(testPool, wrong)).toEqual(INCORRECT)
      tokensOf(await answer(testPool, answerTo(asked, { ...responses, PASSWORD })))
      expect(await refused(testPool, answerTo(asked, { ...responses, PASSWORD }))).toEqual(
        notAuthorized('Invalid session for the user, session can only be used once.'),
      )
    }
    const chosen = await answer(testPool, answerTo(await start(testPool), { ANSWER: 'PASSWORD' }))
    expect(chosen.ChallengeName).toBe('PASSWORD')
    tokensOf(await answer(testPool, answerTo(chosen, { PASSWORD })))
  })

  const starts: [string, (testPool: TestPool, SRP_A: string) => Promise<Answer>][] = [
    ['in the first call', (testPool, SRP_A) => start(testPool, by('PASSWORD_SRP', { SRP_A }))],
    [
      'with the choice',
      async (testPool, SRP_A) =>
        answer(testPool, answerTo(await start(testPool), { ANSWER: 'PASSWORD_SRP', SRP_A })),
    ],
    [
      'after the choice',
      async (testPool, SRP_A) =>
        answer(testPool, answerTo(await start(testPool, by('PASSWORD_SRP')), { SRP_A })),
    ],
  ]
  test.each(starts)('by SRP that starts %s, bound to its session', async (_, begin) => {
    const testPool = await openChoice()
    const srpResponse = await srpAnswerBy(testPool, (A) => begin(testPool, A))
    expect(srpResponse.ChallengeName).toBe('PASSWORD_VERIFIER')
    expect(srpResponse.Session?.length).toBeGreaterThan(20)
    const other = await srpAnswerBy(testPool, (A) => begin(testPool, A), { password: 'wrong' })
    expect(await refused(testPool, other)).toEqual(INCORRECT)
    for (const Session of [undefined, other.Session])
      expect(await refused(testPool, { ...srpResponse, Session })).toEqual(INCORRECT)
    tokensOf(await answer(testPool, srpResponse))
    expect(await refused(testPool, srpResponse)).toEqual(
      notAuthorized('Invalid session for the user, session can only be used once.'),
    )
  })

  test('is followed by the second factor, or by NEW_PASSWORD_REQUIRED', async () => {
    const testPool = await openChoice()
    testPool.pool.settings.MfaConfiguration = 'ON'
    const asked = await start(testPool, by('PASSWORD', { PASSWORD }))
    expect(asked.ChallengeName).toBe('SMS_MFA')
    tokensOf(await answer(testPool, answerTo(asked, { SMS_MFA_CODE: testPool.codeFor(PHONE) })))
    await testPool.addTestUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
    const input = by('PASSWORD', { USERNAME: 'new', PASSWORD })
    expect((await start(testPool, input)).ChallengeName).toBe('NEW_PASSWORD_REQUIRED')
  })
})

describe('refuses', () => {
  test('a choice that was not offered, and an unknown preference', async () => {
    const testPool = await openChoice({ pool: { Policies: {} } })
    const asked = await start(testPool)
    for (const ANSWER of ['EMAIL_OTP', 'WEB_AUTHN', 'SMS_MFA', 'MAGIC'])
      expect(await refused(testPool, answerTo(asked, { ANSWER }))).toMatchObject({
        type: 'InvalidParameterException',
      })
    tokensOf(await answer(testPool, answerTo(asked, { ANSWER: 'PASSWORD', PASSWORD })))
    expect(await testPool.refused('InitiateAuth', by('SMS_MFA'))).toMatchObject({
      type: 'InvalidParameterException',
    })
    expect(await testPool.refused('InitiateAuth', by('PASSWORD', { USERNAME: '' }))).toEqual(
      invalid('Missing required parameter USERNAME'),
    )
  })

  test('a choice that the user has lost since it was offered', async () => {
    const testPool = await openChoice()
    const asked = await start(testPool)
    delete testPool.jo.attributes['phone_number']
    testPool.jo.attributes['phone_number_verified'] = 'false'
    expect(await refused(testPool, answerTo(asked, { ANSWER: 'SMS_OTP' }))).toMatchObject({
      type: 'InvalidParameterException',
    })
  })

  test('in a pool of the LITE tier', async () => {
    const testPool = await openChoice({ pool: { UserPoolTier: 'LITE' } })
    expect(await testPool.refused('InitiateAuth', by())).toMatchObject({
      type: 'FeatureUnavailableInTierException',
    })
  })

  test('an unconfirmed, disabled or unknown user', async () => {
    const testPool = await openChoice()
    expect(await testPool.refused('InitiateAuth', by('PASSWORD', { USERNAME: 'nobody' }))).toEqual({
      type: 'UserNotFoundException',
      message: 'User does not exist.',
    })
    testPool.jo.status = 'UNCONFIRMED'
    expect(await testPool.refused('InitiateAuth', by())).toEqual({
      type: 'UserNotConfirmedException',
      message: 'User is not confirmed.',
    })
    testPool.jo.enabled = false
    expect(await testPool.refused('InitiateAuth', by())).toEqual(notAuthorized('User is disabled.'))
  })

  test('a client with a secret that does not send the hash', async () => {
    const testPool = await openChoice({ client: { GenerateSecret: true } })
    expect(await testPool.refused('InitiateAuth', by())).toEqual(
      notAuthorized(
        `Client ${testPool.client.id} is configured with secret but SECRET_HASH was not received`,
      ),
    )
  })
})
