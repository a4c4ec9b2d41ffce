import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Renewals that Cognito is slow to carry out, or whose answers are late: with rotation, each request counts.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const action = 'GetTokensFromRefreshToken'
const minutes = 60_000

const wait = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000))

/** A signed-in user whose access token has expired, in a pool with this grace period. */
async function openDue(RetryGracePeriodSeconds: number) {
  const testPool = await startCognito({
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds } },
  })
  await testPool.createUser(email, password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.signIn({ username: email, password, rememberMe: false })
  let sent = 0
  vi.setSystemTime(Date.now() + 20 * minutes)
  return {
    auth,
    testPool,
    sent: () => sent,
    mayMoveIdle: testPool.isIdle,
    mayMove: () => sent > 0 && testPool.isIdle(),
    /** Holds the requests up, the first one as long as the first of `seconds` says. The others are not. */
    holdUp(where: Where, seconds: readonly number[]) {
      testPool.answerInstead(action, async (request) => {
        const held = seconds[sent] ?? 0
        sent += 1
        if (where === 'before Cognito') {
          if (held > 0) await wait(held)
          return undefined
        }
        // The request is the one of the vault: a copy reaches Cognito at once.
        const answer = await testPool.cognito.handle(request.clone())
        if (held > 0) await wait(held)
        return answer
      })
    },
  }
}

type Where = 'before Cognito' | 'on its way back'

function session({ auth }: Awaited<ReturnType<typeof openDue>>) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

const graces = [0, 10, 60]
const patterns: [Where, number[]][] = [
  ['before Cognito', [4.5]],
  ['before Cognito', [9]],
  ['before Cognito', [12]],
  ['before Cognito', [19]],
  ['before Cognito', [25]],
  ['before Cognito', [45]],
  ['before Cognito', [200]],
  ['before Cognito', [25, 25, 25]],
  ['before Cognito', [30, 30, 30]],
  ['before Cognito', [25, 10]],
  ['on its way back', [4.5]],
  ['on its way back', [12]],
  ['on its way back', [19]],
  ['on its way back', [25]],
  ['on its way back', [38]],
  ['on its way back', [25, 25]],
  ['on its way back', [30, 30, 30]],
]

describe.each(graces)('with a grace period of %i s, the session survives', (grace) => {
  it.each(patterns)('a renewal held up %s for %j s', async (where, seconds) => {
    const portal = await openDue(grace)
    portal.holdUp(where, seconds)
    const call = session(portal).callCognito('GetUser', {})
    expect(await untilSettled(errorCode(call), portal.mayMove)).toBe('admitted')
    // What was held up arrives.
    await untilSettled(wait(300), portal.mayMove)
    for (let renewals = 0; renewals < 3; renewals += 1) {
      vi.setSystemTime(Date.now() + 20 * minutes)
      expect(await attributesOf(session(portal))).toMatchObject({ email })
    }
  })
})

describe('with a grace period of 60 s, the session survives', () => {
  it('a renewal whose first answer is lost', async () => {
    const portal = await openDue(60)
    portal.holdUp('on its way back', [10_000])
    const call = session(portal).callCognito('GetUser', {})
    expect(await untilSettled(errorCode(call), portal.mayMove)).toBe('admitted')
    vi.setSystemTime(Date.now() + 20 * minutes)
    expect(await attributesOf(session(portal))).toMatchObject({ email })
  })
})

it('survives three answers that are lost after 30 s each, in a pool with a grace period of 60 s', async () => {
  const portal = await openDue(60)
  let lost = 0
  portal.testPool.answerInstead(action, async (request) => {
    if (lost >= 3) return undefined
    lost += 1
    await portal.testPool.cognito.handle(request.clone())
    await wait(30)
    return Response.error()
  })
  const call = session(portal).callCognito('GetUser', {})
  await untilSettled(errorCode(call), portal.mayMoveIdle)
  const again = session(portal).callCognito('GetUser', {})
  expect(await untilSettled(errorCode(again), portal.mayMoveIdle)).toBe('admitted')
})

it('sends one request, as long as it may still be answered', async () => {
  const portal = await openDue(10)
  portal.holdUp('before Cognito', [19])
  const call = session(portal).callCognito('GetUser', {})
  expect(await untilSettled(errorCode(call), portal.mayMove)).toBe('admitted')
  expect(portal.sent()).toBe(1)
})

it('reports a time-out, and keeps the session, where no request is answered', async () => {
  const portal = await openDue(60)
  portal.holdUp('before Cognito', [10_000, 10_000, 10_000])
  const call = session(portal).callCognito('GetUser', {})
  expect(await untilSettled(errorCode(call), portal.mayMove)).toBe('timeout')
  expect(portal.sent()).toBe(3)
  portal.testPool.recover()
  expect(await attributesOf(session(portal))).toMatchObject({ email })
})
