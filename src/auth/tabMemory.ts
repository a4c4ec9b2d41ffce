import type { TabMemory } from '#vault/messages.ts'

const key = 'gatehouse.tab'

/** Reads what this tab remembered before its reload; a new tab begins a new run. */
export function recallTab(storage: Storage): TabMemory {
  const kept = storage.getItem(key)
  return (kept === null ? undefined : parse(kept)) ?? { run: crypto.randomUUID() }
}

export function rememberTab(storage: Storage, tab: TabMemory): void {
  storage.setItem(key, JSON.stringify(tab))
}

/** @returns undefined for what no version of this page wrote. The vault checks the rest. */
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
