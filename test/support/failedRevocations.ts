import { vi } from 'vitest'
import type { PortalConfig } from '#config/portalConfig.ts'
import { passTime, untilSettled } from './movedTime.ts'
import { openBrowser, type Tab } from './openBrowser.ts'
import { startCognito } from './startCognito.ts'

export const email = 'ada@example.com'
export const password = 'Correct-Horse-1'
export const ada = { username: email, password, rememberMe: false }
export const seconds = 1000
export const minutes = 60 * seconds

/** Opens tabs of one browser, signed in as Ada, whose revocations can be made to fail. */
export async function openTabs(count: number, differences: Partial<PortalConfig['session']> = {}) {
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

/** The session of a tab that is signed in. */
export function session({ auth }: Tab) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

/** Waits in real time, in which the clock of the test moves by five seconds at most. */
export const soon = (check: () => void) => vi.waitFor(check, 5 * seconds)

export const unavailable = () => new Response('', { status: 503 })
export const offline = () => Response.error()
export const pending = { status: 'signedOut', reason: 'signedOutHere', revocationPending: true }
export const told = { status: 'signedOut', reason: 'signedOutHere' }
