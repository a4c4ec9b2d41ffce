import { vi } from 'vitest'
import type { Session } from '#auth/state.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { passInSteps } from './movedTime.ts'
import { openBrowser, type Tab } from './openBrowser.ts'
import { startCognito } from './startCognito.ts'

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'
export const seconds = 1000
export const minutes = 60 * seconds
export const hours = 60 * minutes

/** Whether neither the pool nor the browser's storage has anything to do. */
let isIdle = () => true

/**
 * Lets the time pass as it does for open tabs: their intervals run. It passes step by step, so that no request seems to
 * take long.
 */
export const pass = (duration: number) =>
  passInSteps(duration, (step) => vi.advanceTimersByTimeAsync(step), isIdle)

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
