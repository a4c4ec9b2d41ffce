import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import { makeToken } from '#test/support/makeToken.ts'
import { renewTokens } from './renewTokens.ts'

const numRuns = 1000

/** Least and most milliseconds between a failed request and the next: the pauses, a quarter shorter or longer. */
const pauseBounds = [
  { least: 300, most: 500 },
  { least: 1200, most: 2000 },
  // The last one only after answers that were lost slowly.
  { least: 1200, most: 2000 },
]

/** A request that has no answer after so long is sent again. */
const patienceMs = 20_000

/** Grace period of the stack: a refresh token that was used is accepted again for so long. */
const graceMs = 60_000

const clientId = 'client'
const claims = { sub: 'ada', iat: 0, exp: 900, auth_time: 0 }
const tokensNamed = (RefreshToken: string) => ({
  IdToken: makeToken({ ...claims, token_use: 'id', aud: clientId, 'cognito:username': 'ada' }),
  AccessToken: makeToken({ ...claims, token_use: 'access', client_id: clientId }),
  RefreshToken,
})
const { IdToken: idToken, AccessToken: accessToken } = tokensNamed('old')
const stored = { tokens: { idToken, accessToken, refreshToken: 'old', clockDriftMs: 0 } }

/** What becomes of one request: an answer after some time, or none before its own time limit. */
const fate = record({
  after: oneof(integer({ min: 0, max: 5000 }), integer({ min: 0, max: 60_000 })),
  outcome: constantFrom(
    'tokens',
    'network',
    'timeout',
    'serviceUnavailable',
    'tooManyRequests',
    'notSignedIn',
    'blocked',
    'unexpected',
  ),
} as const)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('renewTokens', () => {
  it('keeps to its schedule, whatever the answers and however late', async () => {
    const outcomes = array(fate, { minLength: 8, maxLength: 8 })
    await assert(
      asyncProperty(outcomes, async (fates) => {
        const began = Date.now()
        const sent: { token: string; at: number; failedAt: number; isTransient: boolean }[] = []
        const call = (async (_, { RefreshToken }: { RefreshToken: string }) => {
          const { after, outcome } = fates[sent.length] ?? { after: 0, outcome: 'blocked' }
          const request = {
            token: RefreshToken,
            at: Date.now(),
            failedAt: Infinity,
            isTransient: true,
          }
          sent.push(request)
          await new Promise((resolve) => setTimeout(resolve, after))
          if (outcome === 'tokens')
            return { AuthenticationResult: tokensNamed(`new-${sent.length}`) }
          const error = new VaultError({ code: outcome })
          request.failedAt = Date.now()
          request.isTransient = isTransient(error)
          throw error
        }) as CallCognito

        const renewal = renewTokens(call, clientId, stored, new AbortController().signal)
        const settled = renewal.then(
          ({ refreshToken }) => refreshToken,
          (error: unknown) => error,
        )
        await vi.runAllTimersAsync()
        const result = await settled

        const tries = sent.filter(({ token }) => token === 'old')
        expect(tries.length).toBeLessThanOrEqual(pauseBounds.length + 1)
        for (const [index, { least, most }] of pauseBounds.entries()) {
          const [last, next] = tries.slice(index, index + 2)
          if (!last || !next) continue
          // After the silence of all of them, or after the pause that follows a failure.
          const isAfterPause = tries.some(({ failedAt }) => {
            const pause = next.at - failedAt
            return pause >= least && pause <= most
          })
          expect(isAfterPause || next.at - last.at === patienceMs).toBe(true)
          expect(next.at - began).toBeLessThan(graceMs)
        }
        // Nothing but new tokens and VaultErrors comes of it.
        expect(result instanceof VaultError ? 'new' : result).toMatch(/^new/)
      }),
      { numRuns },
    )
  })

  it('asks once when the first answer is tokens or a refusal', async () => {
    const definite = constantFrom(
      'tokens',
      'notSignedIn',
      'userDisabled',
      'blocked',
      'refusedByPool',
    )
    await assert(
      asyncProperty(definite, integer({ min: 0, max: patienceMs - 1 }), async (outcome, after) => {
        let calls = 0
        const call = (async () => {
          calls += 1
          await new Promise((resolve) => setTimeout(resolve, after))
          if (outcome === 'tokens') return { AuthenticationResult: tokensNamed('new') }
          throw new VaultError({ code: outcome })
        }) as CallCognito
        const settled = renewTokens(call, clientId, stored, new AbortController().signal).then(
          ({ refreshToken }) => refreshToken,
          (error: unknown) => (error instanceof VaultError ? error.data.code : error),
        )
        await vi.runAllTimersAsync()
        expect(await settled).toBe(outcome === 'tokens' ? 'new' : outcome)
        expect(calls).toBe(1)
      }),
      { numRuns },
    )
  })

  it('pauses between failures within the bounds, and gives up after three', async () => {
    const transient = constantFrom('network', 'timeout', 'serviceUnavailable', 'tooManyRequests')
    await assert(
      asyncProperty(array(transient, { minLength: 3, maxLength: 3 }), async (codes) => {
        const times: number[] = []
        const call = (() => {
          const code = codes[times.push(Date.now()) - 1] ?? 'unexpected'
          return Promise.reject(new VaultError({ code }))
        }) as CallCognito
        const settled = renewTokens(call, clientId, stored, new AbortController().signal).catch(
          (error: unknown) => (error instanceof VaultError ? error.data.code : error),
        )
        await vi.runAllTimersAsync()
        expect(await settled).toBe(codes[2])
        expect(times).toHaveLength(3)
        for (const [index, { least, most }] of pauseBounds.entries()) {
          const pause = (times[index + 1] ?? 0) - (times[index] ?? 0)
          expect(pause).toBeGreaterThanOrEqual(least)
          expect(pause).toBeLessThanOrEqual(most)
        }
      }),
      { numRuns },
    )
  })
})
