import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorCode } from '#test/support/expectations.ts'
import {
  ada,
  email,
  minutes,
  offline,
  openTabs,
  pending,
  seconds,
  session,
  soon,
  told,
  unavailable,
} from '#test/support/failedRevocations.ts'
import { fakeTimers } from '#test/support/movedTime.ts'

// A refresh token that Cognito could not be told to revoke: it is told later.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

describe('a revocation', () => {
  it.each<[string, () => Response | Promise<Response>]>([
    ['a server error', unavailable],
    ['an HTML page', () => new Response('<html>', { status: 200 })],
    [
      'too many requests',
      () => Response.json({ __type: 'TooManyRequestsException' }, { status: 400 }),
    ],
    ['a firewall', () => Response.json({ __type: 'ForbiddenException' }, { status: 403 })],
    ['no connection', offline],
    ['silence', () => new Promise<never>(() => undefined)],
  ])('that meets %s is repeated', async (_, answer) => {
    const { tab, fail, recover, pass, settled, families } = await openTabs(1)
    fail(answer)
    expect(await settled(session(tab).signOut())).toEqual({ revoked: false })
    await pass(30 * seconds)
    expect(tab.auth.getState()).toEqual(pending)
    expect(families()).toEqual([false])
    recover()
    await pass(2 * minutes)
    expect(families()).toEqual([true])
    expect(tab.auth.getState()).toEqual(told)
  })

  it('that Cognito refuses is not repeated', async () => {
    const { browser, tab, calls, fail, pass, settled } = await openTabs(2)
    fail(() => Response.json({ __type: 'UnsupportedTokenTypeException' }, { status: 400 }))
    expect(await settled(session(tab).signOut())).toEqual({ revoked: false })
    browser.setOnline(true)
    await pass(6 * minutes)
    expect(calls).toHaveLength(1)
    expect(tab.auth.getState()).toEqual(told)
  })

  it('does not hold up a sign-out, or the sign-in after it, while Cognito is silent', async () => {
    const { tab, fail, pass, settled } = await openTabs(1)
    fail(() => new Promise<never>(() => undefined))
    let isRevoked: boolean | undefined
    void session(tab)
      .signOut()
      .then(({ revoked }) => {
        isRevoked = revoked
      })
    await pass(2 * seconds)
    expect(tab.auth.getState()).toEqual(told)
    await pass(5 * seconds)
    expect(isRevoked).toBe(false)
    expect(tab.auth.getState()).toEqual(pending)
    await settled(tab.auth.signIn(ada))
    expect(session(tab).email).toBe(email)
  })

  it('is sent by one of many tabs, with growing pauses, twice a minute at most', async () => {
    const { browser, tab, others, calls, fail, recover, pass, settled, families } =
      await openTabs(6)
    fail(unavailable)
    const [other = expect.fail()] = others
    await settled(session(tab).signOut())
    await settled(other.auth.signIn(ada))
    await settled(session(other).signOut())
    const start = Date.now()
    for (let minute = 0; minute < 20; minute += 1) {
      // A network that comes and goes asks for a try, too.
      if (minute < 5) browser.setOnline(true)
      await pass(minutes)
    }
    const during = (from: number, to: number) =>
      calls.filter((at) => at >= start + from * minutes && at < start + to * minutes).length
    for (let minute = 0; minute < 19; minute += 1) {
      expect(during(minute, minute + 1)).toBeLessThanOrEqual(2)
    }
    expect(during(10, 20)).toBeGreaterThanOrEqual(1)
    expect(during(10, 20)).toBeLessThanOrEqual(5)

    recover()
    await pass(7 * minutes)
    expect(families()).toEqual([true, true])
    for (const { auth } of [tab, ...others]) {
      expect(auth.getState()).not.toHaveProperty('revocationPending')
    }
  })

  it('of a session that another replaces is repeated', async () => {
    const { tab, fail, recover, pass, settled, families } = await openTabs(1)
    fail(unavailable)
    await settled(tab.auth.signIn(ada))
    expect(families()).toEqual([false, false])
    recover()
    await pass(2 * minutes)
    expect(families()).toEqual([true, false])
    expect(session(tab).email).toBe(email)
  })

  it('of a session that ended with its browser is sent at the next start', async () => {
    const { browser, tab, families } = await openTabs(1)
    tab.close()
    const later = browser.openTab()
    await later.auth.restored
    await soon(() => expect(families()).toEqual([true]))
    expect(later.auth.getState()).toEqual({ status: 'signedOut' })
  })

  it('of tokens that arrived after a sign-out is repeated', async () => {
    const { tab, others, testPool, fail, recover, pass, settled, families } = await openTabs(2)
    const [other = expect.fail()] = others
    await pass(seconds)
    vi.setSystemTime(Date.now() + 20 * minutes)
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    testPool.answerInstead('GetTokensFromRefreshToken', async (request) => {
      const answer = await testPool.cognito.handle(request.clone())
      await held
      return answer
    })
    fail(unavailable)
    const renewing = errorCode(session(tab).callCognito('GetUser', {}))
    await pass(3 * seconds)
    await settled(session(other).signOut())
    release()
    expect(await settled(renewing)).toBe('notSignedIn')
    recover()
    await pass(5 * minutes)
    expect(families()).toEqual([true])
    expect(tab.auth.getState()).not.toHaveProperty('revocationPending')
  })
})
