/**
 * Counts what a browser's storage has still to answer, which takes real time: a test that moves the time must not make
 * it look silent.
 */
export function countStorage(idb: IDBFactory): { isIdle: () => boolean } {
  let pending = 0

  function countUntil(target: EventTarget, ...ends: [string, string]) {
    pending += 1
    for (const name of ends) {
      target.addEventListener(name, () => {
        pending -= 1
      })
    }
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
  return { isIdle: () => pending + encrypting === 0 }
}

/** Of all browsers of a test: their cryptography is the same API. */
let encrypting = 0

function counted<Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) {
  return async (...args: Args) => {
    encrypting += 1
    try {
      return await work(...args)
    } finally {
      encrypting -= 1
    }
  }
}

const { subtle } = crypto
Object.assign(subtle, {
  decrypt: counted(subtle.decrypt.bind(subtle)),
  digest: counted(subtle.digest.bind(subtle)),
  encrypt: counted(subtle.encrypt.bind(subtle)),
  generateKey: counted(subtle.generateKey.bind(subtle)),
  importKey: counted(subtle.importKey.bind(subtle)),
  sign: counted(subtle.sign.bind(subtle)),
})
