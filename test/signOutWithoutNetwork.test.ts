import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  ada,
  minutes,
  offline,
  openTabs,
  password,
  pending,
  session,
  soon,
  told,
} from '#test/support/failedRevocations.ts'
import { fakeTimers } from '#test/support/movedTime.ts'

// Signing out while Cognito cannot be reached: it is told later.

beforeEach(fakeTimers)
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

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
