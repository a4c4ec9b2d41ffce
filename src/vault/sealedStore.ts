import * as is from './guards.ts'
import type { SessionRecord, SessionStore } from './sessionStore.ts'

const objectStore = 'session'

/** On disk: the id in clear, to compare in one transaction; everything else sealed. */
interface Sealed {
  id: string
  iv: Uint8Array<ArrayBuffer>
  ciphertext: ArrayBuffer
}

const isRecord = is.isShape({
  id: is.isString,
  keep: is.isBoolean,
  run: is.isString,
  tokens: is.isShape({
    accessToken: is.isString,
    idToken: is.isString,
    refreshToken: is.isString,
    clockDriftMs: is.isNumber,
  }),
})

/**
 * Keeps the record in IndexedDB, encrypted with a non-extractable AES-GCM key kept beside it. That
 * stops casual reading and copying of the profile's files, not a program that runs as the person.
 *
 * IndexedDB and not `localStorage`, because under a Web Lock only the former is in step across tabs.
 *
 * @param name keeps the sessions of several pools on one origin apart.
 */
export async function openSealedStore(idb: IDBFactory, name: string): Promise<SessionStore> {
  const opening = idb.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(objectStore)
  await settled(opening)
  const db = opening.result
  const key = await sealingKey(db)

  async function seal(record: SessionRecord): Promise<Sealed> {
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const clear = new TextEncoder().encode(JSON.stringify(record))
    return {
      id: record.id,
      iv,
      ciphertext: await crypto.subtle.encrypt(aes(iv, record.id), key, clear),
    }
  }

  /** @returns undefined for what is damaged, or from a version that kept something else. */
  async function unseal({ id, iv, ciphertext }: Sealed): Promise<SessionRecord | undefined> {
    try {
      const clear = await crypto.subtle.decrypt(aes(iv, id), key, ciphertext)
      const record: unknown = JSON.parse(new TextDecoder().decode(clear))
      return isRecord(record) ? record : undefined
    } catch (error) {
      if (error instanceof DOMException) return undefined
      throw error
    }
  }

  return {
    shared: true,
    async read() {
      const sealed: unknown = await settled(store(db, 'readonly').get('record'))
      return isSealed(sealed) ? unseal(sealed) : undefined
    },
    async write(record) {
      const sealed = await seal(record)
      await settled(store(db, 'readwrite').put(sealed, 'record'))
    },
    async update(record) {
      const sealed = await seal(record)
      const before = await change(db, 'record', isSealed, (present) =>
        present?.id === record.id ? { put: sealed } : 'leave',
      )
      return before?.id === record.id
    },
    async clear(id) {
      await change(db, 'record', isSealed, (present) => (present?.id === id ? 'delete' : 'leave'))
    },
  }
}

function isSealed(value: unknown): value is Sealed {
  return typeof value === 'object' && value !== null && 'ciphertext' in value
}

function isKey(value: unknown): value is CryptoKey {
  return typeof value === 'object' && value !== null && 'algorithm' in value
}

function aes(iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

/** The key of this browser, made at first use. Two tabs may race: the first one written wins. */
async function sealingKey(db: IDBDatabase): Promise<CryptoKey> {
  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const present = await change(db, 'key', isKey, (key) => (key ? 'leave' : { put: made }))
  return present ?? made
}

/**
 * Reads and then writes in one transaction. No promise may come in between: a transaction that waits
 * for one may already be over.
 * @returns what was there before.
 */
function change<Value>(
  db: IDBDatabase,
  key: string,
  isValue: (value: unknown) => value is Value,
  decide: (present: Value | undefined) => { put: Value } | 'delete' | 'leave',
): Promise<Value | undefined> {
  const values = store(db, 'readwrite')
  return new Promise((resolve, reject) => {
    const reading: IDBRequest<unknown> = values.get(key)
    const before = () => (isValue(reading.result) ? reading.result : undefined)
    reading.onsuccess = () => {
      const decision = decide(before())
      if (decision === 'delete') values.delete(key)
      else if (decision !== 'leave') values.put(decision.put, key)
    }
    values.transaction.oncomplete = () => resolve(before())
    values.transaction.onabort = () => reject(values.transaction.error ?? new Error('aborted'))
  })
}

function store(db: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return db.transaction(objectStore, mode).objectStore(objectStore)
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed without a reason'))
  })
}
