import type { TabMemory } from '#vault/messages.ts'

const key = 'gatehouse.tab'

/** Reads what this tab remembered before its reload; a new tab begins a new run. */
export function recallTab(): TabMemory {
  const kept = tabStorage()?.getItem(key) ?? undefined
  return (kept === undefined ? undefined : parse(kept)) ?? { run: crypto.randomUUID() }
}

export function rememberTab(tab: TabMemory): void {
  try {
    tabStorage()?.setItem(key, JSON.stringify(tab))
  } catch (error) {
    // Full: the step under way is then lost by a reload, and nothing else is.
    if (!(error instanceof DOMException)) throw error
  }
}

/** @returns undefined where the person lets sites keep nothing: asking for it is refused already. */
function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
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
