interface Held {
  name: string
  mode: LockMode
  released: Promise<unknown>
}

/**
 * Creates the Web Locks of one browser, for the vaults of its tabs. Node has them from version 24 on only, and
 * per process; a test needs them per browser.
 *
 * https://www.w3.org/TR/web-locks/
 */
export function createWebLocks(): LockManager {
  const held = new Set<Held>()

  async function request(
    name: string,
    ...rest: [LockGrantedCallback<unknown>] | [LockOptions, LockGrantedCallback<unknown>]
  ): Promise<unknown> {
    const [options, callback] = rest.length === 1 ? [{}, rest[0]] : rest
    const mode = options.mode ?? 'exclusive'
    const conflicting = [...held].filter(
      (other) => other.name === name && (mode === 'exclusive' || other.mode === 'exclusive'),
    )
    const lock: Held = { name, mode, released: Promise.resolve() }
    const granted = Promise.allSettled(conflicting.map((other) => other.released))
    const result = granted.then(() => callback({ name, mode }))
    lock.released = result
    held.add(lock)
    try {
      return await result
    } finally {
      held.delete(lock)
    }
  }

  return {
    request,
    query: () => Promise.resolve({ held: [...held].map(({ name, mode }) => ({ name, mode })) }),
  }
}
