import { withStorage } from '#storage.ts'
import type { TabMemory } from '#vault/protocol/messages.ts'

const key = 'gatehouse.tab'

/** Reads what this tab remembered before its reload; a new tab begins a new run. */
export function restoreTabMemory(): TabMemory {
  const kept = withStorage('sessionStorage', (storage) => storage.getItem(key)) ?? undefined
  return (kept === undefined ? undefined : parse(kept)) ?? { browserSessionId: crypto.randomUUID() }
}

/** Remembers this over a reload. Where the browser refuses, a reload loses the step under way, and nothing else. */
export function saveTabMemory(tab: TabMemory): void {
  withStorage('sessionStorage', (storage) => storage.setItem(key, JSON.stringify(tab)))
}

/** @returns undefined for what no version of this page wrote. Which step it names, the vault checks. */
function parse(text: string): TabMemory | undefined {
  try {
    const kept: unknown = JSON.parse(text)
    return isTabMemory(kept) ? kept : undefined
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function isTabMemory(value: unknown): value is TabMemory {
  return (
    typeof value === 'object' && value !== null && 'run' in value && typeof value.run === 'string'
  )
}
