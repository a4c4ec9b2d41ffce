const objectStore = 'session'

/** A value on disk. The id is in the clear, so that it can be compared within one transaction. */
interface EncryptedValue {
  id: string
  iv: Uint8Array<ArrayBuffer>
  ciphertext: ArrayBuffer
}

/** Encrypted values on disk, by key. An id tells whether a value is still the one that was read. */
export interface EncryptedStorage {
  /** @returns undefined where there is nothing; a `value` of undefined where it is damaged. */
  read: (storageKey: string) => Promise<{ id: string; value: unknown } | undefined>
  /**
   * Writes a value if the present one may be replaced.
   *
   * @param mayReplace is called with the id of the present value, or undefined where there is none.
   * @returns whether it was written.
   */
  write: (
    storageKey: string,
    id: string,
    value: unknown,
    mayReplace: (presentId: string | undefined) => boolean,
  ) => Promise<boolean>
  /** Removes the value if it has this id. */
  remove: (storageKey: string, id: string) => Promise<void>
}

/**
 * Opens an IndexedDB database whose values are encrypted with a non-extractable AES-GCM key, which is stored
 * beside them. That stops casual reading and copies of the profile's files, not a program that runs as the user.
 *
 * `localStorage` would not do: under a Web Lock only IndexedDB is in step across tabs.
 *
 * @param name keeps several pools on one origin apart.
 * @throws DOMException where the browser blocks storage for this site, or it is full.
 */
export async function openEncryptedStorage(
  idb: IDBFactory,
  name: string,
): Promise<EncryptedStorage> {
  const opening = idb.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(objectStore)
  await settled(opening)
  const db = opening.result
  const cryptoKey = await encryptionKey(db)

  return {
    async read(storageKey) {
      const encrypted: unknown = await settled(store(db, 'readonly').get(storageKey))
      if (!isEncryptedValue(encrypted)) return undefined
      const { id, iv, ciphertext } = encrypted
      try {
        const plaintext = await crypto.subtle.decrypt(aesGcm(iv, id), cryptoKey, ciphertext)
        return { id, value: JSON.parse(new TextDecoder().decode(plaintext)) }
      } catch (error) {
        if (error instanceof DOMException) return { id, value: undefined }
        throw error
      }
    },
    async write(storageKey, id, value, mayReplace) {
      const iv = crypto.getRandomValues(new Uint8Array(12))
      const plaintext = new TextEncoder().encode(JSON.stringify(value))
      const ciphertext = await crypto.subtle.encrypt(aesGcm(iv, id), cryptoKey, plaintext)
      const before = await change<EncryptedValue>(db, storageKey, isEncryptedValue, (present) =>
        mayReplace(present?.id) ? { put: { id, iv, ciphertext } } : 'leave',
      )
      return mayReplace(before?.id)
    },
    async remove(storageKey, id) {
      await change(db, storageKey, isEncryptedValue, (present) =>
        present?.id === id ? 'delete' : 'leave',
      )
    },
  }
}

function isEncryptedValue(value: unknown): value is EncryptedValue {
  return typeof value === 'object' && value !== null && 'ciphertext' in value
}

function isCryptoKey(value: unknown): value is CryptoKey {
  return typeof value === 'object' && value !== null && 'algorithm' in value
}

function aesGcm(iv: Uint8Array<ArrayBuffer>, id: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(id) }
}

/** Returns the key of this browser, created at first use. If two tabs create one, the first written wins. */
async function encryptionKey(db: IDBDatabase): Promise<CryptoKey> {
  const created = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
  const present = await change(db, 'key', isCryptoKey, (key) => (key ? 'leave' : { put: created }))
  return present ?? created
}

/**
 * Reads and then writes in one transaction. `decide` is synchronous, because a transaction ends while it waits
 * for a promise.
 *
 * @returns the value before the change.
 */
function change<Value>(
  db: IDBDatabase,
  storageKey: string,
  isValue: (value: unknown) => value is Value,
  decide: (present: Value | undefined) => { put: Value } | 'delete' | 'leave',
): Promise<Value | undefined> {
  const values = store(db, 'readwrite')
  return new Promise((resolve, reject) => {
    const reading: IDBRequest<unknown> = values.get(storageKey)
    const before = () => (isValue(reading.result) ? reading.result : undefined)
    reading.onsuccess = () => {
      const decision = decide(before())
      if (decision === 'delete') values.delete(storageKey)
      else if (decision !== 'leave') values.put(decision.put, storageKey)
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
