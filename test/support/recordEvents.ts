import { vi } from 'vitest'
import type { AuthEvent } from '#auth/events/authEvent.ts'
import type { openBrowser, Tab } from './openBrowser.ts'

type Browser = ReturnType<typeof openBrowser>

/**
 * Opens a tab at an address, and records its events. The address stays, because messages arrive after a test, too.
 *
 * @param before the tab that is reloaded.
 */
export async function openRecordedTab(browser: Browser, pathname = '/sign-in', before?: Tab) {
  vi.stubGlobal('location', { pathname })
  before?.close()
  const events: AuthEvent[] = []
  const tab = browser.openTab(before?.memory(), undefined, {
    onEvent: (event) => events.push(event),
  })
  await tab.auth.restored
  // The first event waits for the code to be loaded.
  await vi.waitUntil(() => events.length > 0)
  return {
    tab,
    auth: tab.auth,
    events,
    /** Returns the events so far, each as one line without its times. */
    lines: () =>
      events.map(({ at: _, ...event }) =>
        Object.entries(event)
          .flatMap(([name, value]) => (name === 'ms' ? [] : String(value)))
          .join(' '),
      ),
  }
}
