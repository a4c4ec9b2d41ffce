import { afterEach, beforeEach, vi } from 'vitest'
import type { Session } from '#auth/state.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { openBrowser, type Tab } from './openBrowser.ts'
import { startCognito } from './startCognito.ts'

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'
export const seconds = 1000
export const minutes = 60 * seconds
export const hours = 60 * minutes

/** Moves the clock and the vault's intervals in each test; what takes real time goes on meanwhile. */
export function moveIntervals(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())
}

/** Whether neither the pool nor the browser's storage has anything to do. */
let isIdle = () => true

const stepMs = 5000

/**
 * Lets the time pass as it does for open tabs: their intervals run. It passes step by step, so that no request seems to
 * take long.
 */
export async function pass(duration: number) {
  for (let left = duration; left > 0; left -= stepMs) {
    await vi.advanceTimersByTimeAsync(Math.min(left, stepMs))
    do await new Promise(setImmediate)
    while (!isIdle())
  }
}

/** Lets it pass as it does for a laptop that sleeps: nothing runs, the clock goes on. */
export const sleep = (duration: number) => void vi.setSystemTime(Date.now() + duration)

/** Opens a browser with a signed-in tab. */
export async function signedIn(
  limits: Partial<PortalConfig['session']>,
  { rememberMe = false }: { rememberMe?: boolean } = {},
) {
  const pool = await startCognito()
  await pool.createUser(email, password)
  const browser = openBrowser({ ...pool.config, session: { ...pool.config.session, ...limits } })
  isIdle = () => pool.isIdle() && browser.isIdle()
  const tab = browser.openTab()
  await tab.auth.signIn({ username: email, password, rememberMe })
  return { pool, browser, tab }
}

export async function openSecondTab(browser: ReturnType<typeof openBrowser>) {
  const second = browser.openTab()
  await second.auth.restored
  return second
}

export function session(tab: Tab): Session {
  const state = tab.auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

export function stateOf(tab: Tab): unknown {
  const state = tab.auth.getState()
  return state.status === 'signedOut' ? state : state.status
}

/** The state after such an end. */
export const ended = (reason: string) => ({ status: 'signedOut', reason, username: email })
