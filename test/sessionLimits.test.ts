import { describe, expect, it, vi } from 'vitest'
import { errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { moveIntervals } from '#test/support/movedTime.ts'
import {
  email,
  ended,
  hours,
  minutes,
  openSecondTab,
  pass,
  password,
  seconds,
  session,
  signedIn,
  sleep,
  stateOf,
} from '#test/support/signedInTabs.ts'
import type { TestPool } from '#test/support/startCognito.ts'

moveIntervals()

/** Waits until the vault has written what it does not wait for. */
const diskWrites = () => new Promise((resolve) => setTimeout(resolve, 50))

const isRevoked = ({ cognito }: TestPool) =>
  [...cognito.store.families.values()].every(({ revoked }) => revoked)

describe('the idle time-out', () => {
  it('warns at least a minute before, then signs out and revokes', async () => {
    const { pool, tab } = await signedIn({ idleMinutes: 5 })
    const start = Date.now()
    await pass(3.5 * minutes)
    expect(session(tab).idleEndsAt).toBeUndefined()
    await pass(30 * seconds)
    await vi.waitFor(() => expect(session(tab).idleEndsAt).toBe(start + 5 * minutes))
    await pass(55 * seconds)
    expect(stateOf(tab)).toBe('signedIn')
    await pass(10 * seconds)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('idle')))
    await vi.waitFor(() => expect(isRevoked(pool)).toBe(true))
  })

  it('warns two minutes before where it is long', async () => {
    const { tab } = await signedIn({ idleMinutes: 30 })
    await pass(27.5 * minutes)
    expect(session(tab).idleEndsAt).toBeUndefined()
    await pass(35 * seconds)
    await vi.waitFor(() => expect(session(tab).idleEndsAt).toBeDefined())
  })

  it('counts from the last activity in any tab, and takes the warning back in all', async () => {
    const { browser, tab } = await signedIn({ idleMinutes: 5 })
    const second = await openSecondTab(browser)
    await pass(4 * minutes)
    await vi.waitFor(() => expect(session(tab).idleEndsAt).toBeDefined())
    const { endsAt } = await session(second).check(true)
    expect(endsAt).toBe(Date.now() + 5 * minutes)
    await vi.waitFor(() => expect(session(tab).idleEndsAt).toBeUndefined())
    expect(session(second).idleEndsAt).toBeUndefined()
    await pass(4.5 * minutes)
    expect([stateOf(tab), stateOf(second)]).toEqual(['signedIn', 'signedIn'])
    await pass(1 * minutes)
    await vi.waitFor(() => {
      expect([stateOf(tab), stateOf(second)]).toEqual([ended('idle'), ended('idle')])
    })
  })

  it('is not moved by a look at the page, nor by a renewal', async () => {
    const { tab } = await signedIn({ idleMinutes: 20 })
    for (let minute = 0; minute < 20; minute += 1) {
      await pass(58 * seconds)
      await session(tab).check(false)
    }
    await pass(1 * minutes)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('idle')))
  })

  it('ends at wake-up, before any call and whatever is pressed', async () => {
    const { tab } = await signedIn({ idleMinutes: 5 })
    const before = session(tab)
    sleep(8 * hours)
    const actions = await network.actionsDuring(async () => {
      expect(await errorCode(before.callCognito('GetUser', {}))).toBe('notSignedIn')
    })
    expect(actions).not.toContain('GetUser')
    expect(stateOf(tab)).toEqual(ended('idle'))
  })

  it('is not undone by the key that wakes the laptop', async () => {
    const { tab } = await signedIn({ idleMinutes: 5 })
    const before = session(tab)
    sleep(6 * minutes)
    const { endsAt = Infinity } = await before.check(true)
    expect(endsAt).toBeLessThanOrEqual(Date.now())
    expect(stateOf(tab)).toEqual(ended('idle'))
  })

  it('is not reset by a reload, or by closing the browser', async () => {
    const { pool, browser, tab } = await signedIn({ idleMinutes: 5 }, { rememberMe: true })
    await pass(2 * minutes)
    await session(tab).check(true)
    const end = Date.now() + 5 * minutes
    sleep(4 * minutes)
    const again = browser.reload(tab)
    await again.auth.restored
    await pass(5 * seconds)
    await vi.waitFor(() => expect(session(again).idleEndsAt).toBe(end))
    again.close()
    sleep(2 * minutes)
    const later = browser.openTab()
    await later.auth.restored
    expect(stateOf(later)).toEqual({ status: 'signedOut', reason: 'idle' })
    await vi.waitFor(() => expect(isRevoked(pool)).toBe(true))
    const evenLater = browser.openTab()
    await evenLater.auth.restored
    expect(stateOf(evenLater)).toEqual({ status: 'signedOut' })
  })

  it('spares a session that another tab has used while this one slept', async () => {
    // Nothing is told, as to a tab that is frozen.
    const { pool } = await signedIn({})
    const config = { ...pool.config, session: { ...pool.config.session, idleMinutes: 5 } }
    const channels: { onmessage: unknown }[] = []
    const browser = openBrowser(config, {
      openChannel: () => {
        const channel = { postMessage: () => undefined, onmessage: null, close: () => undefined }
        channels.push(channel)
        return channel
      },
    })
    const tab = browser.openTab()
    await tab.auth.signIn({ username: email, password, rememberMe: false })
    const second = await openSecondTab(browser)
    sleep(4 * minutes)
    await session(second).check(true)
    await diskWrites()
    sleep(4 * minutes)
    await session(tab).callCognito('GetUser', {})
    expect(stateOf(tab)).toBe('signedIn')
  })

  it('counts from now on when the clock was set back', async () => {
    const { tab } = await signedIn({ idleMinutes: 5 })
    sleep(-24 * hours)
    await pass(5.2 * minutes)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('idle')))
  })

  it('is off by default', async () => {
    const { tab } = await signedIn({})
    await pass(11 * hours)
    expect(stateOf(tab)).toBe('signedIn')
    expect(await session(tab).check(true)).toEqual({})
  })

  it('holds where the session is in memory only', async () => {
    const { tab } = await signedIn({ idleMinutes: 2, storage: 'memory' })
    await pass(2.2 * minutes)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('idle')))
  })
})

describe('the limit of a session', () => {
  it('counts from the sign-in, whatever the user does', async () => {
    const { pool, browser, tab } = await signedIn({ maxHours: 8 })
    const second = await openSecondTab(browser)
    for (let quarter = 0; quarter < 31; quarter += 1) {
      await pass(15 * minutes)
      await session(tab).check(true)
      await session(tab).callCognito('GetUser', {})
    }
    const { endsAt = 0 } = await session(tab).check(true)
    expect(endsAt).toBe(session(tab).signedInAt + 8 * hours)
    await pass(16 * minutes)
    await vi.waitFor(() => {
      expect([stateOf(tab), stateOf(second)]).toEqual([
        ended('sessionLimit'),
        ended('sessionLimit'),
      ])
    })
    await vi.waitFor(() => expect(isRevoked(pool)).toBe(true))
  })

  it('begins again when the user is verified again', async () => {
    const { browser, tab } = await signedIn({ maxHours: 1 })
    const second = await openSecondTab(browser)
    await pass(50 * minutes)
    await session(tab).reauthenticate(password)
    await pass(50 * minutes)
    expect([stateOf(tab), stateOf(second)]).toEqual(['signedIn', 'signedIn'])
    await pass(11 * minutes)
    await vi.waitFor(() => expect(stateOf(tab)).toEqual(ended('sessionLimit')))
  })

  it('holds at a new start', async () => {
    const { browser, tab } = await signedIn({ maxHours: 1 }, { rememberMe: true })
    tab.close()
    sleep(2 * hours)
    const later = browser.openTab()
    await later.auth.restored
    expect(stateOf(later)).toEqual({ status: 'signedOut', reason: 'sessionLimit' })
  })
})
