/** How the tabs of one browser keep out of each other's way. */
export interface TabLock {
  /** Runs alone among all tabs; among the calls of this tab where `areShared` is false. */
  exclusive: <Result>(run: () => Promise<Result>) => Promise<Result>
  /** Was another tab there when this one came? */
  hasOtherTabs: boolean
  /** False where the browser has no Web Locks for this site, so that each tab is on its own. */
  areShared: boolean
}

/**
 * Counts this tab among the living, by a Web Lock that is held as long as its worker runs.
 *
 * A browser that lets a site keep nothing refuses locks too (SecurityError). There a tab is on its own,
 * and a queue is all it needs.
 */
export async function openTabLock(
  locks: LockManager | undefined,
  name: string,
  until: AbortSignal,
): Promise<TabLock> {
  if (!locks) return singleTabLock()
  try {
    const { held = [] } = await locks.query()
    const alive = `${name}:alive`
    void locks.request(alive, { mode: 'shared' }, async () => aborted(until))
    return {
      exclusive: (run) => locks.request(`${name}:renew`, run),
      hasOtherTabs: held.some((lock) => lock.name === alive),
      areShared: true,
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return singleTabLock()
  }
}

function singleTabLock(): TabLock {
  let last: Promise<unknown> = Promise.resolve()
  return {
    hasOtherTabs: false,
    areShared: false,
    exclusive(run) {
      const turn = last.then(run, run)
      last = turn
      return turn
    },
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve())
  })
}
