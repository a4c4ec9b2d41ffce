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
 * A browser that blocks site data refuses Web Locks too (SecurityError): then calls are queued in this tab only.
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
    const { held = [] } = await locks.query()
    const openTab = `${name}:alive`
    void locks.request(openTab, { mode: 'shared' }, async () => aborted(closed))
    return {
      exclusive: (purpose, run) => locks.request(`${name}:${purpose}`, run),
      hasOtherTabs: held.some((lock) => lock.name === openTab),
      isShared: true,
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return createQueue()
  }
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
    signal.addEventListener('abort', () => resolve())
  })
}
