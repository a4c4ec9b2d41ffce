import { askBrowser } from '#vault/protocol/askBrowser.ts'

/** Mutual exclusion among the tabs of one browser. */
export interface TabLock {
  /**
   * Runs alone among all tabs; among the calls of this tab where `isShared` is false.
   *
   * @param purpose calls for different purposes do not wait for each other.
   */
  exclusive: <Result>(purpose: 'renew' | 'revoke', run: () => Promise<Result>) => Promise<Result>
  /** Whether another tab was open when this one was opened. */
  hasOtherTabs: boolean
  /** False where the browser has no Web Locks for this site, so that each tab is on its own. */
  isShared: boolean
}

/**
 * Opens the lock, and marks this tab as open by a second, shared Web Lock that its worker holds until it ends.
 * A browser that blocks site data refuses Web Locks too (SecurityError): then, and where they do not answer, calls are
 * queued in this tab only.
 * https://www.w3.org/TR/web-locks/
 *
 * @param closed aborted when the vault closes.
 */
export async function openTabLock(
  locks: LockManager | undefined,
  name: string,
  closed: AbortSignal,
): Promise<TabLock> {
  if (!locks) return createQueue()
  try {
    return {
      hasOtherTabs: await askBrowser('Web Locks', () => enter(locks, `${name}:alive`, closed)),
      exclusive: (purpose, run) => locks.request(`${name}:${purpose}`, run),
      isShared: true,
    }
  } catch {
    // A BrowserFailure: nothing else is thrown here.
    return createQueue()
  }
}

/**
 * Holds the lock of the open tabs, which each of them gets at once.
 *
 * @returns whether another tab had it before.
 */
async function enter(locks: LockManager, openTab: string, closed: AbortSignal): Promise<boolean> {
  // Asked before: it would find this tab's own lock.
  const { held = [] } = await locks.query()
  await new Promise<void>((resolve, reject) => {
    const hold = () => {
      resolve()
      return aborted(closed)
    }
    locks.request(openTab, { mode: 'shared' }, hold).catch(reject)
  })
  return held.some((lock) => lock.name === openTab)
}

function createQueue(): TabLock {
  const last: Partial<Record<'renew' | 'revoke', Promise<unknown>>> = {}
  return {
    hasOtherTabs: false,
    isShared: false,
    exclusive(purpose, run) {
      const before = last[purpose] ?? Promise.resolve()
      const result = before.then(run, run)
      last[purpose] = result
      return result
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    signal.addEventListener('abort', () => resolve())
  })
}
