import { array, assert, asyncProperty, constantFrom, integer, oneof, record } from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { AuthErrorCode } from '#vault/protocol/errors.ts'
import { makeToken } from '#test/support/makeToken.ts'
import { renewTokens } from './renewTokens.ts'
import type { SessionRecord } from './sessionStore.ts'

const numRuns = 1000

/** Least and most milliseconds between a failure and the request after it: the pauses, a quarter shorter or longer. */
const pauseBounds = [
  { least: 300, most: 500 },
  { least: 1200, most: 2000 },
  // Only after answers that were lost slowly.
  { least: 1200, most: 2000 },
]

/** A request that has no answer after so long is sent again. */
const patienceMs = 20_000

/** The fourth request is sent only if the third has failed so long after the first. */
const slowFailure = { least: patienceMs, most: 55_000 }

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

const transientCodes = ['network', 'timeout', 'serviceUnavailable', 'tooManyRequests'] as const

/** What becomes of one request: an answer after some time, which may be longer than the patience. */
const fate = record({
  after: oneof(integer({ min: 0, max: 5000 }), integer({ min: 0, max: 60_000 })),
  outcome: oneof(
    { weight: 3, arbitrary: constantFrom(...transientCodes) },
    {
      weight: 1,
      arbitrary: constantFrom('tokens', 'notSignedIn', 'blocked', 'unexpected'),
    },
  ),
})

interface SentRequest {
  token: string
  at: number
  answeredAt: number
  /** Whether it has failed in a way that asks for another try. */
  isTransient: boolean
}

/**
 * Follows the requests with one refresh token: after each, one answer is heard, or twenty seconds pass without any.
 * Expects that the next request comes when the schedule says so, and that there is one if and only if it says so.
 */
function expectSchedule(tries: readonly SentRequest[]) {
  const began = tries[0]?.at ?? Number.NaN
  const unheard: SentRequest[] = []
  for (const [index, request] of tries.entries()) {
    unheard.push(request)
    const heardAt = ({ answeredAt }: SentRequest) => Math.max(answeredAt, request.at)
    const [heard] = unheard
      .filter((other) => heardAt(other) <= request.at + patienceMs)
      .toSorted((one, other) => heardAt(one) - heardAt(other))
    if (heard) unheard.splice(unheard.indexOf(heard), 1)
    const failedAt = heard ? heardAt(heard) : request.at + patienceMs
    const elapsed = failedAt - began
    const goesOn =
      (heard?.isTransient ?? true) &&
      (index < 2 || (index === 2 && elapsed >= slowFailure.least && elapsed <= slowFailure.most))

    const next = tries[index + 1]
    expect(next !== undefined).toBe(goesOn)
    if (!next) continue
    const { least, most } = (heard && pauseBounds[index]) ?? { least: 0, most: 0 }
    expect(next.at - failedAt).toBeGreaterThanOrEqual(least)
    expect(next.at - failedAt).toBeLessThanOrEqual(most)
    expect(next.at - began).toBeLessThan(graceMs)
  }
}

/** Renews the tokens while the time is moved. @returns the requests, and the new refresh token or the error. */
async function renewUnder(
  fates: readonly { after: number; outcome: 'tokens' | AuthErrorCode }[],
  outage?: SessionRecord['outage'],
) {
  const sent: SentRequest[] = []
  const call = (async (_, { RefreshToken }: { RefreshToken: string }) => {
    const { after, outcome } = fates[sent.length] ?? { after: 0, outcome: 'blocked' }
    const error = outcome === 'tokens' ? undefined : new VaultError({ code: outcome })
    const at = Date.now()
    const isTransientFailure = error !== undefined && isTransient(error)
    const request = {
      token: RefreshToken,
      at,
      answeredAt: at + after,
      isTransient: isTransientFailure,
    }
    const number = sent.push(request)
    await new Promise((resolve) => setTimeout(resolve, after))
    if (error) throw error
    return { AuthenticationResult: tokensNamed(`new-${number}`) }
  }) as CallCognito
  const session = { ...stored, ...(outage && { outage }) }
  const settled = renewTokens(call, clientId, session, new AbortController().signal).then(
    ({ refreshToken }) => refreshToken,
    (error: unknown) => (error instanceof VaultError ? error.data.code : error),
  )
  await vi.runAllTimersAsync()
  return { sent, result: await settled }
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('renewTokens', () => {
  it('keeps to its schedule, whatever the answers and however late', async () => {
    const seen = new Set<number>()
    await assert(
      asyncProperty(array(fate, { minLength: 8, maxLength: 8 }), async (fates) => {
        const { sent, result } = await renewUnder(fates)
        const tokens = new Set(sent.map(({ token }) => token))
        // The stored one, and the one that outruns what is still open.
        expect(tokens.size).toBeLessThanOrEqual(2)
        for (const tokenSent of tokens) {
          expectSchedule(sent.filter(({ token }) => token === tokenSent))
        }
        seen.add(sent.filter(({ token }) => token === 'old').length)
        // Nothing but new tokens and error codes comes of it; new tokens only if Cognito has sent some.
        const arrived = fates
          .slice(0, sent.length)
          .map(({ outcome }, index) => (outcome === 'tokens' ? `new-${index + 1}` : outcome))
        expect(['timeout', ...arrived]).toContain(result)
      }),
      { numRuns },
    )
    expect(seen).toEqual(new Set([1, 2, 3, 4]))
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
      asyncProperty(definite, integer({ min: 0, max: patienceMs }), async (outcome, after) => {
        const { sent, result } = await renewUnder([{ outcome, after }])
        expect(result).toBe(outcome === 'tokens' ? 'new-1' : outcome)
        expect(sent).toHaveLength(1)
      }),
      { numRuns },
    )
  })

  it('asks once during an outage, and waits for the answer', async () => {
    const outage: SessionRecord['outage'] = {
      count: 1,
      triedAt: [],
      notBefore: 0,
      code: 'network',
    }
    await assert(
      asyncProperty(fate, async ({ outcome, after }) => {
        const { sent, result } = await renewUnder([{ outcome, after }], outage)
        expect(result).toBe(outcome === 'tokens' ? 'new-1' : outcome)
        expect(sent).toHaveLength(1)
      }),
      { numRuns },
    )
  })

  it('pauses between failures within the bounds, and gives up after three', async () => {
    const quick = record({
      outcome: constantFrom(...transientCodes),
      after: integer({ min: 0, max: 5000 }),
    })
    await assert(
      asyncProperty(array(quick, { minLength: 3, maxLength: 3 }), async (fates) => {
        const { sent, result } = await renewUnder(fates)
        expect(sent).toHaveLength(3)
        expectSchedule(sent)
        expect(result).toBe(fates[2]?.outcome)
      }),
      { numRuns },
    )
  })

  it('asks a fourth time after three answers that were lost slowly, and then gives up', async () => {
    const slow = record({
      outcome: constantFrom(...transientCodes),
      after: integer({ min: 7000, max: 16_000 }),
    })
    await assert(
      asyncProperty(array(slow, { minLength: 4, maxLength: 4 }), async (fates) => {
        const { sent, result } = await renewUnder(fates)
        expect(sent).toHaveLength(4)
        expectSchedule(sent)
        expect(result).toBe(fates[3]?.outcome)
      }),
      { numRuns },
    )
  })
})
