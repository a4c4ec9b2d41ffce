import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { fakeTimers, passTime } from '#test/support/movedTime.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Cognito is down for longer than a renewal tries: the browser must not make it worse, and be back soon after.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const action = 'GetTokensFromRefreshToken'
const seconds = 1000
const minutes = 60 * seconds

type Outage = () => Response | Promise<Response>

const outages: [string, Outage][] = [
  ['503', () => new Response('', { status: 503 })],
  ['429', () => Response.json({ __type: 'TooManyRequestsException' }, { status: 429 })],
  ['a firewall', () => new Response('<html>', { status: 403 })],
  ['no connection', () => Response.error()],
  ['silence', () => new Promise<never>(() => undefined)],
]

/** A browser with a session and this number of tabs. */
async function openTabs(count: number) {
  const testPool = await startCognito({
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 } },
  })
  await testPool.createUser(email, password)
  const browser = openBrowser(testPool.config)
  const first = browser.openTab()
  await first.auth.signIn({ username: email, password, rememberMe: true })
  const others = Array.from({ length: count - 1 }, () => browser.openTab())
  const tabs = [first, ...others]
  await Promise.all(tabs.map(({ auth }) => auth.restored))
  const mayMove = () => testPool.isIdle() && browser.isIdle()
  const calls: number[] = []
  return {
    testPool,
    browser,
    tab: first,
    tabs,
    /** When each renewal reached Cognito's address. */
    calls,
    goDown: (outage: Outage) => {
      testPool.answerInstead(action, () => {
        calls.push(Date.now())
        return outage()
      })
    },
    comeBack: () => {
      testPool.answerInstead(action, () => {
        calls.push(Date.now())
        return undefined
      })
    },
    pass: async (duration: number) => passTime(duration, mayMove),
  }
}

function session({ auth }: Tab) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

const read = (tab: Tab) => errorCode(session(tab).callCognito('GetUser', {}))

/** Returns the most calls in any minute. */
function mostInAMinute(calls: readonly number[]): number {
  const following = (start: number) => calls.filter((at) => at >= start && at < start + minutes)
  return Math.max(0, ...calls.map((start) => following(start).length))
}

describe.each([
  [1, outages.filter(([name]) => name === '503' || name === 'silence')],
  [6, outages],
] as const)('%i tabs, whose tokens are due', (count, during) => {
  it.each(during)('call twice a minute at most while there is %s', async (_, outage) => {
    const { tabs, calls, pass, goDown, comeBack } = await openTabs(count)
    goDown(outage)
    const down = Date.now() + 12.5 * minutes
    vi.setSystemTime(down)
    await pass(10 * minutes)
    // A renewal that fails for the first time tries three times, as a lost answer needs it.
    expect(calls.filter((at) => at < down + 2 * minutes).length).toBeLessThanOrEqual(6)
    const steady = calls.filter((at) => at >= down + 2 * minutes)
    expect(mostInAMinute(steady)).toBeLessThanOrEqual(2)
    expect(steady.length).toBeGreaterThanOrEqual(7)

    comeBack()
    const expiredAt = tabs.map((tab) => session(tab).accessExpiresAt)
    await pass(62 * seconds)
    for (const [index, tab] of tabs.entries()) {
      expect(session(tab).accessExpiresAt).toBeGreaterThan(expiredAt[index] ?? 0)
    }
  })

  it('call twice a minute at most while users press "Try again" all the time', async () => {
    const { tabs, calls, pass, goDown, comeBack } = await openTabs(count)
    goDown(() => new Response('', { status: 503 }))
    const down = Date.now() + 16 * minutes
    vi.setSystemTime(down)
    const answers = new Set<unknown>()
    while (Date.now() < down + 5 * minutes) {
      for (const code of await readAll(tabs, pass)) answers.add(code)
      await pass(4 * seconds)
    }
    expect([...answers]).toEqual(['serviceUnavailable'])
    const steady = calls.filter((at) => at >= down + minutes)
    expect(mostInAMinute(steady)).toBeLessThanOrEqual(2)

    comeBack()
    await pass(62 * seconds)
    expect(await readAll(tabs, pass)).toEqual(tabs.map(() => 'admitted'))
  })
})

/** Reads in all tabs at once, while the time goes on. */
async function readAll(tabs: Tab[], pass: (duration: number) => Promise<void>) {
  const reading = Promise.all(tabs.map(read))
  const progress = { isOver: false }
  void reading.then(() => {
    progress.isOver = true
  })
  while (!progress.isOver) await pass(seconds)
  return reading
}

describe('a user whose tokens have expired', () => {
  it('can try again at once after a renewal that failed', async () => {
    const { tabs, testPool, pass, goDown } = await openTabs(1)
    goDown(() => new Response('', { status: 503 }))
    vi.setSystemTime(Date.now() + 16 * minutes)
    expect(await readAll(tabs, pass)).toEqual(['serviceUnavailable'])
    testPool.recover()
    expect(await readAll(tabs, pass)).toEqual(['admitted'])
  })

  it('is told at once, without a call, once the limit is reached', async () => {
    const { tabs, calls, pass, goDown } = await openTabs(2)
    goDown(() => Response.error())
    vi.setSystemTime(Date.now() + 16 * minutes)
    await readAll(tabs, pass)
    await readAll(tabs, pass)
    const before = calls.length
    expect(await Promise.all(tabs.map(read))).toEqual(['network', 'network'])
    expect(calls.length).toBe(before)
  })

  it('is not locked out by tries without a network', async () => {
    const { browser, tab: first, tabs, calls, pass, goDown, comeBack } = await openTabs(2)
    browser.setOnline(false)
    goDown(() => Response.error())
    vi.setSystemTime(Date.now() + 16 * minutes)
    for (let tries = 0; tries < 5; tries += 1) await readAll(tabs, pass)
    comeBack()
    calls.length = 0
    const { accessExpiresAt } = session(first)
    browser.setOnline(true)
    await vi.waitFor(() => {
      for (const tab of tabs) expect(session(tab).accessExpiresAt).toBeGreaterThan(accessExpiresAt)
    }, 5 * seconds)
    expect(calls).toHaveLength(1)
  })

  it('finds the limit again after a reload', async () => {
    const { browser, tabs, calls, pass, goDown } = await openTabs(1)
    goDown(() => new Response('', { status: 503 }))
    vi.setSystemTime(Date.now() + 16 * minutes)
    let [tab = expect.fail()] = tabs
    await readAll([tab], pass)
    for (let reloads = 0; reloads < 10; reloads += 1) {
      tab = browser.reload(tab)
      await tab.auth.restored
      await readAll([tab], pass)
    }
    // Three of the first renewal, and one more.
    expect(calls).toHaveLength(4)
  })

  it('does not set off a storm by setting the clock back', async () => {
    const { tabs, calls, pass, goDown } = await openTabs(2)
    goDown(() => new Response('', { status: 503 }))
    vi.setSystemTime(Date.now() + 30 * minutes)
    await readAll(tabs, pass)
    vi.setSystemTime(Date.now() - 10 * minutes)
    calls.length = 0
    await pass(3 * minutes)
    expect(mostInAMinute(calls)).toBeLessThanOrEqual(2)
  })

  it('is admitted after the clock was set back', async () => {
    const { tab, tabs, testPool, pass, goDown } = await openTabs(1)
    goDown(() => new Response('', { status: 503 }))
    vi.setSystemTime(Date.now() + 16 * minutes)
    await readAll(tabs, pass)
    await readAll(tabs, pass)
    testPool.recover()
    vi.setSystemTime(Date.now() - 30 * seconds)
    expect(await readAll(tabs, pass)).toEqual(['admitted'])
    expect(await attributesOf(session(tab))).toMatchObject({ email })
  })
})
