import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  claimsOf,
  HOUR,
  openTestPool,
  type TestPool,
  type TestPoolOptions,
} from '#local-cognito/test/support/testPool.ts'
import { revokeAll } from './tokens.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const DAY = 24 * HOUR
const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
const REUSE = { type: 'RefreshTokenReuseException', message: 'Refresh token reuse detected' }

const byFlow = (REFRESH_TOKEN: string) => ({
  AuthFlow: 'REFRESH_TOKEN_AUTH',
  AuthParameters: { REFRESH_TOKEN },
})

const rotating = (RetryGracePeriodSeconds = 0): TestPoolOptions => ({
  client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds } },
})

/** Rotates a refresh token and returns the next one. */
async function next(testPool: TestPool, RefreshToken: string) {
  const answer = await testPool.call('GetTokensFromRefreshToken', { RefreshToken })
  return answer.AuthenticationResult?.RefreshToken ?? ''
}

test.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'])(
  '%s renews access and ID token',
  async (AuthFlow) => {
    const testPool = await openTestPool()
    const { AccessToken, RefreshToken } = await testPool.tokensFor('jo')
    vi.advanceTimersByTime(HOUR)
    testPool.jo.groups = ['staff']
    const answer = await testPool.call('InitiateAuth', { ...byFlow(RefreshToken), AuthFlow })
    expect(answer.ChallengeParameters).toEqual({})
    expect(answer.AuthenticationResult).not.toHaveProperty('RefreshToken')
    const [before, after] = [
      claimsOf(AccessToken),
      claimsOf(answer.AuthenticationResult?.AccessToken ?? ''),
    ]
    for (const same of ['sub', 'origin_jti', 'event_id', 'auth_time'])
      expect(after[same]).toBe(before[same])
    expect(after['iat']).toBe(Number(before['iat']) + 3600)
    expect(after['jti']).not.toBe(before['jti'])
    expect(after['cognito:groups']).toEqual(['staff'])
  },
)

test('GetTokensFromRefreshToken works without rotation, too', async () => {
  const testPool = await openTestPool()
  const { RefreshToken } = await testPool.tokensFor('jo')
  const answer = await testPool.call('GetTokensFromRefreshToken', { RefreshToken })
  expect(Object.keys(answer)).toEqual(['AuthenticationResult'])
  expect(answer.AuthenticationResult).not.toHaveProperty('RefreshToken')
})

describe('both ways to refresh refuse', () => {
  const states: [string, (testPool: TestPool) => void, object][] = [
    [
      'a revoked token',
      ({ store, jo }) => revokeAll(store, jo),
      notAuthorized('Refresh Token has been revoked'),
    ],
    [
      'an expired token',
      () => vi.advanceTimersByTime(30 * DAY),
      notAuthorized('Refresh Token has expired'),
    ],
    [
      "a disabled user's token",
      ({ jo }) => (jo.enabled = false),
      notAuthorized('User is disabled.'),
    ],
    [
      "a deleted user's token",
      ({ store, pool }) => store.users.delete(`${pool.id}/jo`),
      notAuthorized('The user has been deleted for the associated refresh token'),
    ],
  ]
  test.each(states)('%s', async (_, arrange, apiError) => {
    const testPool = await openTestPool()
    const { RefreshToken } = await testPool.tokensFor('jo')
    arrange(testPool)
    expect(await testPool.refused('InitiateAuth', byFlow(RefreshToken))).toEqual(apiError)
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken })).toEqual(apiError)
  })

  test("garbage, and another client's token", async () => {
    const testPool = await openTestPool()
    const { RefreshToken } = await testPool.tokensFor('jo')
    const { id: ClientId } = testPool.makeClient()
    const cases = [
      [{ ClientId }, RefreshToken, 'Refresh Token has different Client'],
      [{}, 'garbage', 'Invalid Refresh Token'],
    ] as const
    for (const [given, token, message] of cases) {
      const apiError = notAuthorized(message)
      expect(await testPool.refused('InitiateAuth', { ...given, ...byFlow(token) })).toEqual(
        apiError,
      )
      expect(
        await testPool.refused('GetTokensFromRefreshToken', { ...given, RefreshToken: token }),
      ).toEqual(apiError)
    }
  })
})

test('a temporary password does not prevent a refresh', async () => {
  const testPool = await openTestPool()
  const { RefreshToken } = await testPool.tokensFor('jo')
  testPool.jo.status = 'FORCE_CHANGE_PASSWORD'
  expect(await testPool.call('InitiateAuth', byFlow(RefreshToken))).toHaveProperty(
    'AuthenticationResult',
  )
})

test('a client with a secret has to send it', async () => {
  const testPool = await openTestPool({ client: { GenerateSecret: true } })
  const RefreshToken = 'any'
  const refuse = (given: object) =>
    testPool.refused('GetTokensFromRefreshToken', { RefreshToken, ...given })
  expect(await refuse({})).toEqual(
    notAuthorized(
      `Client ${testPool.client.id} is configured for secret but secret was not received`,
    ),
  )
  expect(await refuse({ ClientSecret: 'wrong' })).toEqual(
    notAuthorized(`Unable to verify secret hash for client ${testPool.client.id}`),
  )
  expect(await refuse({ ClientSecret: testPool.client.settings.ClientSecret })).toEqual(
    notAuthorized('Invalid Refresh Token'),
  )
  expect(await testPool.refused('InitiateAuth', byFlow(RefreshToken))).toEqual(
    notAuthorized(
      `Client ${testPool.client.id} is configured with secret but SECRET_HASH was not received`,
    ),
  )
})

describe('rotation', () => {
  test('issues a new token each time; a replay of the old one is detected, and revokes nothing', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken: first, AccessToken } = await testPool.tokensFor('jo')
    const second = await next(testPool, first)
    expect(second).not.toBe(first)
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken: first })).toEqual(
      REUSE,
    )
    await next(testPool, second)
    await testPool.call('GetUser', { AccessToken })
  })

  test('leaves a used token revoked once it is switched off', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken: first } = await testPool.tokensFor('jo')
    const second = await next(testPool, first)
    testPool.client.settings.RefreshTokenRotation = { Feature: 'DISABLED' }
    for (const action of ['GetTokensFromRefreshToken', 'InitiateAuth'] as const)
      expect(await testPool.refused(action, { RefreshToken: first, ...byFlow(first) })).toEqual(
        notAuthorized('Refresh Token has been revoked'),
      )
    await testPool.call('InitiateAuth', byFlow(second))
  })

  test('allows retries in the grace period, each of which replaces the token issued before', async () => {
    const testPool = await openTestPool(rotating(10))
    const { RefreshToken: first } = await testPool.tokensFor('jo')
    const child = await next(testPool, first)
    vi.advanceTimersByTime(9_999)
    const retried = await next(testPool, first)
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken: child })).toEqual(
      REUSE,
    )
    // The retry did not extend the grace period.
    vi.advanceTimersByTime(1)
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken: first })).toEqual(
      REUSE,
    )
    await next(testPool, retried)
  })

  test('ends the grace period of older tokens', async () => {
    const testPool = await openTestPool(rotating(60))
    const { RefreshToken: first } = await testPool.tokensFor('jo')
    await next(testPool, await next(testPool, first))
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken: first })).toEqual(
      REUSE,
    )
  })

  test('does not extend the sign-in', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken: first } = await testPool.tokensFor('jo')
    vi.advanceTimersByTime(29 * DAY)
    const RefreshToken = await next(testPool, first)
    vi.advanceTimersByTime(DAY)
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken })).toEqual(
      notAuthorized('Refresh Token has expired'),
    )
  })

  test('any token of the family revokes it', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken: first } = await testPool.tokensFor('jo')
    const second = await next(testPool, first)
    await testPool.call('RevokeToken', { Token: first })
    expect(await testPool.refused('GetTokensFromRefreshToken', { RefreshToken: second })).toEqual({
      type: 'NotAuthorizedException',
    })
  })

  test('excludes REFRESH_TOKEN_AUTH', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken } = await testPool.tokensFor('jo')
    expect(await testPool.refused('InitiateAuth', byFlow(RefreshToken))).toEqual({
      type: 'UnsupportedOperationException',
      message: 'This API does not support refresh token rotation',
    })
  })

  test('of two simultaneous requests without a grace period one is a replay', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken } = await testPool.tokensFor('jo')
    const input = { ClientId: testPool.client.id, RefreshToken }
    const answers = await Promise.all([
      testPool.send('GetTokensFromRefreshToken', input),
      testPool.send('GetTokensFromRefreshToken', input),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 400])
  })

  test('stores no refresh token', async () => {
    const testPool = await openTestPool(rotating())
    const { RefreshToken: first } = await testPool.tokensFor('jo')
    const second = await next(testPool, first)
    const state = JSON.stringify(testPool.store)
    expect(state).not.toContain(first)
    expect(state).not.toContain(second)
  })
})
