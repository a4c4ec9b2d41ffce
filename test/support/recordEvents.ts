import { readFileSync } from 'node:fs'
import { expect, onTestFinished, vi } from 'vitest'
import type { AuthEvent } from '#auth/events/authEvent.ts'
import { messages } from '#i18n/en/messages.ts'
import type { openBrowser, Tab } from './openBrowser.ts'

type Browser = ReturnType<typeof openBrowser>

/**
 * Opens a tab at an address, and records its events. The address stays, because messages arrive after a test, too.
 * After the test, checks that every text in them is on a list.
 *
 * @param before the tab that is reloaded.
 */
export async function openRecordedTab(browser: Browser, pathname = '/sign-in', before?: Tab) {
  vi.stubGlobal('location', { pathname })
  before?.close()
  const events: AuthEvent[] = []
  onTestFinished(() => expectListed(events))
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
      events.map((event) =>
        Object.entries(event)
          .flatMap(([name, value]) => (name === 'ms' || name === 'at' ? [] : String(value)))
          .join(' '),
      ),
  }
}

/** Expects names of docs/events.md, error codes, numbers and booleans, and nothing else. */
export function expectListed(events: AuthEvent[]): void {
  const document = readFileSync(new URL('../../docs/events.md', import.meta.url), 'utf8')
  const documented = [...document.matchAll(/`(\w+)`/g)].map(([, word]) => word)
  const codes = Object.keys(messages).map((key) => key.replace(/^error\./, ''))
  const listed = new Set<unknown>([...documented, ...codes])
  const members = events.flatMap((event) => {
    const values: unknown[] = Object.values(event)
    return [...Object.keys(event), ...values]
  })
  const unlisted = members.filter((member) =>
    typeof member === 'string'
      ? !listed.has(member)
      : typeof member !== 'boolean' && !Number.isInteger(member),
  )
  expect(unlisted, 'events with members that are on no list').toEqual([])
}
