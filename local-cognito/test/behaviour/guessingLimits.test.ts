import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  HOUR,
  MINUTE,
  openTestPool,
  PASSWORD,
  tokensOf,
} from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const INCORRECT = { type: 'NotAuthorizedException', message: 'Incorrect username or password.' }

const byPassword = (username: string, password: string) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME: username, PASSWORD: password },
})

describe('with concealed accounts', () => {
  test('an unknown user gets a challenge with a stable salt, and cannot sign in', async () => {
    const testPool = await openTestPool({ client: { PreventUserExistenceErrors: 'ENABLED' } })
    const other = testPool.makeClient({ PreventUserExistenceErrors: 'ENABLED' })
    const salt = async (name: string, ClientId = testPool.client.id) => {
      const { ChallengeParameters: given = {} } = await testPool.startSrp(name, 'ab', { ClientId })
      expect(given).toMatchObject({ USERNAME: name, USER_ID_FOR_SRP: name })
      expect(given['SRP_B']).toMatch(/^[0-9a-f]{760,768}$/)
      return given['SALT']
    }
    expect(await salt('no-user')).toBe(await salt('no-user', other.id))
    expect(await salt('no-user')).not.toBe(await salt('another'))
    const srpResponse = await testPool.srpResponse('no-user')
    expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(INCORRECT)
  })

  test('a password of an unknown user fails and locks like that of an existing one', async () => {
    const testPool = await openTestPool({
      client: {
        ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
        PreventUserExistenceErrors: 'ENABLED',
      },
    })
    for (let attempt = 0; attempt < 5; attempt++)
      for (const name of ['jo', 'no-user'])
        expect(await testPool.refused('InitiateAuth', byPassword(name, 'wrong'))).toEqual(INCORRECT)
    for (const name of ['jo', 'no-user'])
      expect(await testPool.refused('InitiateAuth', byPassword(name, 'wrong'))).toMatchObject({
        message: 'Password attempts exceeded',
      })
  })
})

describe('lockout', () => {
  const LOCKED = { type: 'NotAuthorizedException', message: 'Password attempts exceeded' }

  const open = () => openTestPool({ client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] } })
  const wrong = byPassword('jo', 'wrong')
  const right = byPassword('jo', PASSWORD)

  test('grows from a second to 15 minutes; attempts during it do not extend it', async () => {
    const testPool = await open()
    for (let failure = 1; failure <= 5; failure++)
      expect(await testPool.refused('InitiateAuth', wrong)).toEqual(INCORRECT)
    for (const seconds of [1, 2, 4, 8, 16, 32, 64, 128, 256, 512]) {
      vi.advanceTimersByTime(seconds * 1000 - 1)
      expect(await testPool.refused('InitiateAuth', right)).toEqual(LOCKED)
      vi.advanceTimersByTime(1)
      expect(await testPool.refused('InitiateAuth', wrong)).toEqual(INCORRECT)
    }
    vi.advanceTimersByTime(15 * MINUTE - 1)
    expect(await testPool.refused('InitiateAuth', right)).toEqual(LOCKED)
    vi.advanceTimersByTime(1)
    tokensOf(await testPool.call('InitiateAuth', right))
  })

  test('ends with a success, or 15 minutes after the last attempt', async () => {
    const testPool = await open()
    const failFour = async () => {
      for (let failure = 1; failure <= 4; failure++)
        expect(await testPool.refused('InitiateAuth', wrong)).toEqual(INCORRECT)
    }
    await failFour()
    await testPool.call('InitiateAuth', right)
    await failFour()
    vi.advanceTimersByTime(15 * MINUTE)
    await failFour()
    await testPool.call('InitiateAuth', right)
  })

  test('counts wrong SRP proofs and wrong passwords together', async () => {
    const testPool = await openTestPool({
      client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH', 'ALLOW_USER_SRP_AUTH'] },
    })
    for (let failure = 1; failure <= 4; failure++) await testPool.refused('InitiateAuth', wrong)
    const srpResponse = await testPool.srpResponse('jo', 'wrong')
    expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(INCORRECT)
    expect(await testPool.refused('RespondToAuthChallenge', srpResponse)).toEqual(LOCKED)
  })
})

test('a temporary password is valid for the days of the policy', async () => {
  const testPool = await openTestPool()
  await testPool.addTestUser('new', { status: 'FORCE_CHANGE_PASSWORD' })
  vi.advanceTimersByTime(7 * 24 * HOUR + 1)
  expect(
    await testPool.refused('RespondToAuthChallenge', await testPool.srpResponse('new')),
  ).toEqual({
    type: 'NotAuthorizedException',
    message: 'Temporary password has expired and must be reset by an administrator.',
  })
})
