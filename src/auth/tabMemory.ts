import { withStorage } from '#storage.ts'
import type { TabMemory } from '#vault/protocol/messages.ts'

const storageKey = 'gatehouse.tab'

/**
 * Reads what this tab stored before its reload.
 *
 * @returns a new browser session where nothing is stored: in a new tab, or where storage is blocked.
 */
export function restoreTabMemory(): TabMemory {
  const stored = withStorage('sessionStorage', (storage) => storage.getItem(storageKey))
  return (stored ? parse(stored) : undefined) ?? { browserSessionId: crypto.randomUUID() }
}

/** Stores this for the next reload of the tab. Where the browser refuses, a reload loses the pending challenge. */
export function saveTabMemory(tab: TabMemory): void {
  const text = JSON.stringify(tab)
  withStorage('sessionStorage', (storage) => {
    // Reading is cheap, and most changes of the state change nothing here.
    if (storage.getItem(storageKey) !== text) storage.setItem(storageKey, text)
  })
}

/** @returns undefined for anything else than a TabMemory. The vault checks the challenge in it. */
function parse(text: string): TabMemory | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isTabMemory(value) ? value : undefined
  } catch {
    // A SyntaxError: nothing else is thrown here.
    return undefined
  }
}

function isTabMemory(value: unknown): value is TabMemory {
  return (
    typeof value === 'object' &&
    value !== null &&
    'browserSessionId' in value &&
    typeof value.browserSessionId === 'string'
  )
}
