import { vi } from 'vitest'

/**
 * Counts what a browser's storage and its encryption have still to answer, which takes real time: a test that moves the
 * time must not make them look silent. `vi.restoreAllMocks()` undoes the part about encryption.
 */
export function countStorage(idb: IDBFactory): { isIdle: () => boolean } {
  let pending = 0
  const begin = () => {
    pending += 1
  }
  const end = () => {
    pending -= 1
  }

  function countUntil(target: EventTarget, ...ends: [string, string]) {
    begin()
    for (const name of ends) target.addEventListener(name, end)
  }

  const open = idb.open.bind(idb)
  idb.open = (...args) => {
    const opening = open(...args)
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction.bind(opening.result)
      opening.result.transaction = (...of) => {
        const running = transaction(...of)
        countUntil(running, 'complete', 'abort')
        return running
      }
    })
    countUntil(opening, 'success', 'error')
    return opening
  }

  for (const name of ['decrypt', 'encrypt', 'generateKey'] as const) {
    const original: (...args: never[]) => Promise<unknown> = crypto.subtle[name].bind(crypto.subtle)
    vi.spyOn(crypto.subtle, name).mockImplementation(async (...args: unknown[]) => {
      begin()
      try {
        return (await original(...(args as never[]))) as never
      } finally {
        end()
      }
    })
  }
  return { isIdle: () => pending === 0 }
}
