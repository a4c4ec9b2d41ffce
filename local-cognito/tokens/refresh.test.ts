import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import {
  claimsOf,
  HOUR,
  openCognito,
  type Bed,
  type World,
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

const rotating = (RetryGracePeriodSeconds = 0): World => ({
  client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds } },
})

/** The refresh token that comes for one. */
async function next(bed: Bed, RefreshToken: string) {
  const answer = await bed.call('GetTokensFromRefreshToken', { RefreshToken })
  return answer.AuthenticationResult?.RefreshToken ?? ''
}

test.each(['REFRESH_TOKEN_AUTH', 'REFRESH_TOKEN'])('%s renews all but itself', async (AuthFlow) => {
  const bed = await openCognito()
  const { AccessToken, RefreshToken } = await bed.tokensFor('jo')
  vi.advanceTimersByTime(HOUR)
  bed.jo.groups = ['staff']
  const answer = await bed.call('InitiateAuth', { ...byFlow(RefreshToken), AuthFlow })
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
})

test('GetTokensFromRefreshToken works without rotation too, and says less', async () => {
  const bed = await openCognito()
  const { RefreshToken } = await bed.tokensFor('jo')
  const answer = await bed.call('GetTokensFromRefreshToken', { RefreshToken })
  expect(Object.keys(answer)).toEqual(['AuthenticationResult'])
  expect(answer.AuthenticationResult).not.toHaveProperty('RefreshToken')
})

describe('both ways of refreshing refuse', () => {
  const states: [string, (bed: Bed) => void, object][] = [
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
  test.each(states)('%s', async (_, arrange, refusal) => {
    const bed = await openCognito()
    const { RefreshToken } = await bed.tokensFor('jo')
    arrange(bed)
    expect(await bed.refused('InitiateAuth', byFlow(RefreshToken))).toEqual(refusal)
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken })).toEqual(refusal)
  })

  test("garbage, and another client's token", async () => {
    const bed = await openCognito()
    const { RefreshToken } = await bed.tokensFor('jo')
    const { id: ClientId } = bed.makeClient()
    const cases = [
      [{ ClientId }, RefreshToken, 'Refresh Token has different Client'],
      [{}, 'garbage', 'Invalid Refresh Token'],
    ] as const
    for (const [given, token, message] of cases) {
      const refusal = notAuthorized(message)
      expect(await bed.refused('InitiateAuth', { ...given, ...byFlow(token) })).toEqual(refusal)
      expect(
        await bed.refused('GetTokensFromRefreshToken', { ...given, RefreshToken: token }),
      ).toEqual(refusal)
    }
  })
})

test('a temporary password does not stop a refresh', async () => {
  const bed = await openCognito()
  const { RefreshToken } = await bed.tokensFor('jo')
  bed.jo.status = 'FORCE_CHANGE_PASSWORD'
  expect(await bed.call('InitiateAuth', byFlow(RefreshToken))).toHaveProperty(
    'AuthenticationResult',
  )
})

test('a client with a secret has to show it', async () => {
  const bed = await openCognito({ client: { GenerateSecret: true } })
  const RefreshToken = 'any'
  const refuse = (given: object) =>
    bed.refused('GetTokensFromRefreshToken', { RefreshToken, ...given })
  expect(await refuse({})).toEqual(
    notAuthorized(`Client ${bed.client.id} is configured for secret but secret was not received`),
  )
  expect(await refuse({ ClientSecret: 'wrong' })).toEqual(
    notAuthorized(`Unable to verify secret hash for client ${bed.client.id}`),
  )
  expect(await refuse({ ClientSecret: bed.client.settings.ClientSecret })).toEqual(
    notAuthorized('Invalid Refresh Token'),
  )
  expect(await bed.refused('InitiateAuth', byFlow(RefreshToken))).toEqual(
    notAuthorized(
      `Client ${bed.client.id} is configured with secret but SECRET_HASH was not received`,
    ),
  )
})

describe('rotation', () => {
  test('gives a new token each time; the old one, played back, is detected and harms nobody', async () => {
    const bed = await openCognito(rotating())
    const { RefreshToken: first, AccessToken } = await bed.tokensFor('jo')
    const second = await next(bed, first)
    expect(second).not.toBe(first)
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken: first })).toEqual(REUSE)
    await next(bed, second)
    await bed.call('GetUser', { AccessToken })
  })

  test('in its grace a token may be tried again, which displaces the child before', async () => {
    const bed = await openCognito(rotating(10))
    const { RefreshToken: first } = await bed.tokensFor('jo')
    const child = await next(bed, first)
    vi.advanceTimersByTime(9_999)
    const retried = await next(bed, first)
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken: child })).toEqual(REUSE)
    // The retry has not lengthened the grace.
    vi.advanceTimersByTime(1)
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken: first })).toEqual(REUSE)
    await next(bed, retried)
  })

  test('ends the grace of an ancestor', async () => {
    const bed = await openCognito(rotating(60))
    const { RefreshToken: first } = await bed.tokensFor('jo')
    await next(bed, await next(bed, first))
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken: first })).toEqual(REUSE)
  })

  test('does not lengthen a sign-in', async () => {
    const bed = await openCognito(rotating())
    const { RefreshToken: first } = await bed.tokensFor('jo')
    vi.advanceTimersByTime(29 * DAY)
    const RefreshToken = await next(bed, first)
    vi.advanceTimersByTime(DAY)
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken })).toEqual(
      notAuthorized('Refresh Token has expired'),
    )
  })

  test('makes every token of the family one to revoke it by', async () => {
    const bed = await openCognito(rotating())
    const { RefreshToken: first } = await bed.tokensFor('jo')
    const second = await next(bed, first)
    await bed.call('RevokeToken', { Token: first })
    expect(await bed.refused('GetTokensFromRefreshToken', { RefreshToken: second })).toEqual({
      type: 'NotAuthorizedException',
    })
  })

  test('is beyond REFRESH_TOKEN_AUTH', async () => {
    const bed = await openCognito(rotating())
    const { RefreshToken } = await bed.tokensFor('jo')
    expect(await bed.refused('InitiateAuth', byFlow(RefreshToken))).toEqual({
      type: 'UnsupportedOperationException',
      message: 'This API does not support refresh token rotation',
    })
  })

  test('of two tries at once, without grace one is a replay', async () => {
    const bed = await openCognito(rotating())
    const { RefreshToken } = await bed.tokensFor('jo')
    const input = { ClientId: bed.client.id, RefreshToken }
    const answers = await Promise.all([
      bed.send('GetTokensFromRefreshToken', input),
      bed.send('GetTokensFromRefreshToken', input),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 400])
  })

  test('keeps no refresh token in the state', async () => {
    const bed = await openCognito(rotating())
    const { RefreshToken: first } = await bed.tokensFor('jo')
    const second = await next(bed, first)
    const state = JSON.stringify(bed.store)
    expect(state).not.toContain(first)
    expect(state).not.toContain(second)
  })
})
