import { IDBFactory } from 'fake-indexeddb'
import { vi } from 'vitest'
import { readEnvironment, type VaultEnvironment } from '#vault/protocol/environment.ts'
import { createWebLocks } from './webLocks.ts'

// Features of a browser that are missing, refuse, throw, or never answer.

export function silent(): Promise<never> {
  return new Promise(() => {})
}

export function refuse(): never {
  throw new DOMException('The operation is insecure.', 'SecurityError')
}

export function crash(): never {
  throw new TypeError('Not a function.')
}

/** IndexedDB with one function of it, or of its databases and stores, replaced. */
export function alteredDisk(alter: (disk: IDBFactory) => void): IDBFactory {
  const disk = new IDBFactory()
  alter(disk)
  return disk
}

function onOpen(disk: IDBFactory, alter: (db: IDBDatabase) => void) {
  const open = disk.open.bind(disk)
  vi.spyOn(disk, 'open').mockImplementation((...given) => {
    const opening = open(...given)
    opening.addEventListener('success', () => alter(opening.result))
    return opening
  })
}

/** A request whose events never come. */
function mute<Target extends EventTarget>(request: Target): Target {
  return new Proxy(request, {
    get: (_, name) => Reflect.get(request, name, request) as unknown,
    set: () => true,
  })
}

/** A transaction that never answers, nor ends. */
function muteTransaction(transaction: IDBTransaction): IDBTransaction {
  for (const handler of ['oncomplete', 'onabort', 'onerror']) {
    Object.defineProperty(transaction, handler, { set() {} })
  }
  const store = transaction.objectStore.bind(transaction)
  vi.spyOn(transaction, 'objectStore').mockImplementation((name) => {
    const values = store(name)
    const get = values.get.bind(values)
    vi.spyOn(values, 'get').mockImplementation((key) => mute(get(key)))
    return values
  })
  return transaction
}

export const muteTransactions = (isSilent: () => boolean) => (disk: IDBFactory) =>
  onOpen(disk, (db) => {
    const begin = db.transaction.bind(db)
    vi.spyOn(db, 'transaction').mockImplementation((...given) =>
      isSilent() ? muteTransaction(begin(...given)) : begin(...given),
    )
  })

export const silentOpen = (disk: IDBFactory) => {
  const open = disk.open.bind(disk)
  vi.spyOn(disk, 'open').mockImplementation((...given) => mute(open(...given)))
}

function throwingPut(error: () => unknown) {
  return (disk: IDBFactory) =>
    onOpen(disk, (db) => {
      const begin = db.transaction.bind(db)
      vi.spyOn(db, 'transaction').mockImplementation((...given) => {
        const transaction = begin(...given)
        const store = transaction.objectStore.bind(transaction)
        vi.spyOn(transaction, 'objectStore').mockImplementation((name) => {
          const values = store(name)
          vi.spyOn(values, 'put').mockImplementation(() => {
            throw error()
          })
          return values
        })
        return transaction
      })
    })
}

export const scope = { location: { origin: 'https://portal.test' }, crypto, AbortSignal }

export const channelOf = (BroadcastChannel: unknown) =>
  readEnvironment({
    ...scope,
    BroadcastChannel: BroadcastChannel as typeof globalThis.BroadcastChannel,
  }).openChannel

const locksOf = (locks: object) => ({ locks: Object.assign(createWebLocks(), locks) })

/** Features without which a session ends with its page. */
export const losingSessions: Record<string, () => Partial<VaultEnvironment>> = {
  'IndexedDB is missing': () => ({ indexedDB: undefined }),
  'IndexedDB is null': () => ({ indexedDB: null as unknown as undefined }),
  'the getter of IndexedDB throws': () => ({
    indexedDB: readEnvironment({
      ...scope,
      get indexedDB() {
        return refuse()
      },
    }).indexedDB,
  }),
  'open() is refused': () => ({
    indexedDB: alteredDisk((disk) => vi.spyOn(disk, 'open').mockImplementation(refuse)),
  }),
  'open() throws something else': () => ({
    indexedDB: alteredDisk((disk) => vi.spyOn(disk, 'open').mockImplementation(crash)),
  }),
  'open() has no event': () => ({ indexedDB: alteredDisk(silentOpen) }),
  'transactions have no event': () => ({
    indexedDB: alteredDisk(muteTransactions(() => true)),
  }),
  'a key cannot be stored': () => ({
    indexedDB: alteredDisk(
      throwingPut(() => new DOMException('CryptoKey could not be cloned.', 'DataCloneError')),
    ),
  }),
  'put() throws something else': () => ({
    indexedDB: alteredDisk(throwingPut(() => new TypeError('Not a function.'))),
  }),
  'Web Locks are missing': () => ({ locks: undefined }),
  'Web Locks refuse': () =>
    locksOf({ query: () => Promise.reject(new Error('no')), request: refuse }),
  'Web Locks throw': () => locksOf({ query: crash, request: crash }),
  'Web Locks do not answer': () => locksOf({ query: silent, request: silent }),
  'Web Locks are never granted': () => locksOf({ request: silent }),
  'BroadcastChannel is missing': () => ({ openChannel: channelOf(undefined) }),
  'BroadcastChannel throws': () => ({
    openChannel: channelOf(
      vi.fn<() => void>(function refuseChannel() {
        refuse()
      }),
    ),
  }),
}

/**
 * Counts the calls of `crypto.subtle` that are being carried out, which take real time: no time may be moved then.
 * A function that a test has replaced is not counted.
 */
export function countCrypto(): () => number {
  let running = 0
  const { subtle } = crypto
  const counted = new Proxy(subtle, {
    get(_, name) {
      const value: unknown = Reflect.get(subtle, name, subtle)
      if (typeof value !== 'function' || vi.isMockFunction(value)) return value
      return async (...given: unknown[]) => {
        running += 1
        try {
          return (await Reflect.apply(value, subtle, given)) as unknown
        } finally {
          running -= 1
        }
      }
    },
  })
  vi.stubGlobal('crypto', { subtle: counted, getRandomValues, randomUUID })
  return () => running
}

const getRandomValues = crypto.getRandomValues.bind(crypto)
const randomUUID = crypto.randomUUID.bind(crypto)
