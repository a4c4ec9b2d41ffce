import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PortalConfig } from '#config/portalConfig.ts'
import { errorCode } from '#test/support/expectations.ts'
import { fakeTimers, passTime, untilSettled } from '#test/support/movedTime.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Sessions that end while Cognito cannot be told: it is told later.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const ada = { username: email, password, rememberMe: false }
const seconds = 1000
const minutes = 60 * seconds

async function openTabs(count: number, differences: Partial<PortalConfig['session']> = {}) {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const { config } = testPool
  const browser = openBrowser({ ...config, session: { ...config.session, ...differences } })
  const [tab, ...others] = Array.from({ length: count }, () => browser.openTab())
  if (!tab) throw new Error('no tab')
  await Promise.all([tab, ...others].map(({ auth }) => auth.restored))
  await tab.auth.signIn(ada)
  const mayMove = () => testPool.isIdle() && browser.isIdle()
  const calls: number[] = []
  return {
    testPool,
    browser,
    tab,
    others,
    /** When each revocation was sent. */
    calls,
    fail: (answer: () => Response | Promise<Response>) => {
      testPool.answerInstead('RevokeToken', () => {
        calls.push(Date.now())
        return answer()
      })
    },
    recover: () => {
      testPool.answerInstead('RevokeToken', () => {
        calls.push(Date.now())
        return undefined
      })
    },
    pass: async (duration: number) => passTime(duration, mayMove),
    settled: async <Result>(promise: Promise<Result>) => untilSettled(promise, mayMove),
    families: () => [...testPool.cognito.store.families.values()].map(({ revoked }) => revoked),
  }
}

function session({ auth }: Tab) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

/** Waits in real time, in which the clock of the test moves by five seconds at most. */
const soon = (check: () => void) => vi.waitFor(check, 5 * seconds)

const unavailable = () => new Response('', { status: 503 })
const offline = () => Response.error()
const pending = { status: 'signedOut', reason: 'signedOutHere', revocationPending: true }
const told = { status: 'signedOut', reason: 'signedOutHere' }

describe('signing out without a network', () => {
  it('ends the session here, says what is left to do, and does it when the network is back', async () => {
    const { browser, tab, others, calls, fail, recover, pass, settled, families } =
      await openTabs(3)
    fail(offline)
    browser.setOnline(false)
    expect(await settled(session(tab).signOut())).toEqual({ revoked: false })
    expect(tab.auth.getState()).toEqual(pending)
    await soon(() => {
      for (const { auth } of others) {
        expect(auth.getState()).toMatchObject({ status: 'signedOut', revocationPending: true })
      }
    })
    await pass(10 * minutes)
    expect(families()).toEqual([false])

    recover()
    calls.length = 0
    browser.setOnline(true)
    await soon(() => {
      expect(families()).toEqual([true])
      expect(tab.auth.getState()).toEqual(told)
      for (const { auth } of others) {
        expect(auth.getState()).toEqual({ status: 'signedOut', reason: 'signedOutElsewhere' })
      }
    })
    expect(calls).toHaveLength(1)
  })

  it('is told to Cognito by the next page that is opened, even in a browser that was closed', async () => {
    const { browser, tab, calls, fail, recover, settled, families } = await openTabs(1)
    fail(offline)
    browser.setOnline(false)
    await settled(session(tab).signOut())
    const reloaded = browser.reload(tab)
    await reloaded.auth.restored
    await soon(() => {
      expect(reloaded.auth.getState()).toEqual({ status: 'signedOut', revocationPending: true })
    })
    reloaded.close()
    vi.setSystemTime(Date.now() + 60 * minutes)

    recover()
    browser.setOnline(true)
    calls.length = 0
    const later = browser.openTab()
    await later.auth.restored
    await soon(() => {
      expect(families()).toEqual([true])
      expect(later.auth.getState()).toEqual({ status: 'signedOut' })
    })
    expect(calls).toHaveLength(1)
  })

  it('is told to Cognito while the next user is signed in', async () => {
    const { browser, tab, testPool, fail, recover, settled, families } = await openTabs(1)
    await testPool.createUser('grace@example.com', password)
    fail(offline)
    browser.setOnline(false)
    await settled(session(tab).signOut())
    await settled(tab.auth.signIn({ ...ada, username: 'grace@example.com' }))
    recover()
    browser.setOnline(true)
    await soon(() => expect(families()).toEqual([true, false]))
    expect(session(tab).email).toBe('grace@example.com')
  })

  it('lasts as long as the page if nothing may be stored', async () => {
    const { browser, tab, calls, fail, recover, settled, families } = await openTabs(1, {
      storage: 'memory',
    })
    fail(offline)
    browser.setOnline(false)
    await settled(session(tab).signOut())
    expect(tab.auth.getState()).toEqual(pending)
    recover()
    browser.setOnline(true)
    await soon(() => {
      expect(families()).toEqual([true])
      expect(tab.auth.getState()).toEqual(told)
    })
    expect(calls).toHaveLength(2)
  })

  it('is forgotten when the refresh token has ended by itself', async () => {
    const { browser, tab, calls, fail, pass, settled } = await openTabs(1)
    fail(offline)
    browser.setOnline(false)
    await settled(session(tab).signOut())
    vi.setSystemTime(Date.now() + 12 * 60 * minutes)
    calls.length = 0
    browser.setOnline(true)
    await pass(10 * minutes)
    expect(tab.auth.getState()).toEqual(told)
    expect(calls).toHaveLength(0)
  })
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
