/** How the tabs of one browser keep out of each other's way. */
export interface TabLocks {
  /** Runs alone among all tabs; among the calls of this tab where `areShared` is false. */
  alone: <Result>(run: () => Promise<Result>) => Promise<Result>
  /** Was another tab there when this one came? */
  others: boolean
  /** False where the browser has no Web Locks for this site, so that each tab is on its own. */
  areShared: boolean
}

/**
 * Counts this tab among the living, by a Web Lock that is held as long as its worker runs.
 *
 * A browser that lets a site keep nothing refuses locks too (SecurityError). There a tab is on its own,
 * and a queue is all it needs.
 */
export async function joinTabs(
  locks: LockManager | undefined,
  name: string,
  until: AbortSignal,
): Promise<TabLocks> {
  if (!locks) return queueOfOneTab()
  try {
    const { held = [] } = await locks.query()
    const alive = `${name}:alive`
    void locks.request(alive, { mode: 'shared' }, async () => aborted(until))
    return {
      alone: (run) => locks.request(`${name}:renew`, run),
      others: held.some((lock) => lock.name === alive),
      areShared: true,
    }
  } catch (error) {
    if (!(error instanceof DOMException)) throw error
    return queueOfOneTab()
  }
}

function queueOfOneTab(): TabLocks {
  let last: Promise<unknown> = Promise.resolve()
  return {
    others: false,
    areShared: false,
    alone(run) {
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
