const objectStore = 'session'

/** On disk: the id in clear, to compare in one transaction; everything else sealed. */
interface EncryptedValue {
  id: string
  iv: Uint8Array<ArrayBuffer>
  ciphertext: ArrayBuffer
}

/** Values on disk, sealed, each at its place. An id tells whether what is there is still what was read. */
export interface EncryptedStorage {
  /** The value is undefined where it is damaged. */
  read: (place: string) => Promise<{ id: string; value: unknown } | undefined>
  /**
   * Replaces what is there, if its id may be replaced.
   * @returns whether it was.
   */
  write: (
    place: string,
    id: string,
    value: unknown,
    mayReplace: (present: string | undefined) => boolean,
  ) => Promise<boolean>
  /** Removes what has this id. */
  clear: (place: string, id: string) => Promise<void>
}

/**
 * Keeps values in IndexedDB, encrypted with a non-extractable AES-GCM key kept beside them. That
 * stops casual reading and copying of the profile's files, not a program that runs as the person.
 *
 * IndexedDB and not `localStorage`, because under a Web Lock only the former is in step across tabs.
 *
 * @param name keeps several pools on one origin apart.
 */
export async function openEncryptedStorage(
  idb: IDBFactory,
  name: string,
): Promise<EncryptedStorage> {
  const opening = idb.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(objectStore)
  await settled(opening)
  const db = opening.result
  const key = await encryptionKey(db)

  return {
    async read(place) {
      const sealed: unknown = await settled(store(db, 'readonly').get(place))
      if (!isEncryptedValue(sealed)) return undefined
      const { id, iv, ciphertext } = sealed
      try {
        const clear = await crypto.subtle.decrypt(aes(iv, id), key, ciphertext)
        return { id, value: JSON.parse(new TextDecoder().decode(clear)) }
      } catch (error) {
        if (error instanceof DOMException) return { id, value: undefined }
        throw error
      }
    },
    async write(place, id, value, mayReplace) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const clear = new TextEncoder().encode(JSON.stringify(value))
      const ciphertext = await crypto.subtle.encrypt(aes(iv, id), key, clear)
      const before = await change<EncryptedValue>(db, place, isEncryptedValue, (present) =>
        mayReplace(present?.id) ? { put: { id, iv, ciphertext } } : 'leave',
      )
      return mayReplace(before?.id)
    },
    async clear(place, id) {
      await change(db, place, isEncryptedValue, (present) =>
        present?.id === id ? 'delete' : 'leave',
      )
    },
  }
}

function isEncryptedValue(value: unknown): value is EncryptedValue {
  return typeof value === 'object' && value !== null && 'ciphertext' in value
}

function isKey(value: unknown): value is CryptoKey {
  return typeof value === 'object' && value !== null && 'algorithm' in value
}

function aes(iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

/** The key of this browser, made at first use. Two tabs may race: the first one written wins. */
async function encryptionKey(db: IDBDatabase): Promise<CryptoKey> {
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
