import { askBrowser, BrowserFailure } from '#vault/protocol/askBrowser.ts'

const objectStore = 'session'

/** A value on disk. The id is in the clear, so that it can be compared within one transaction. */
interface EncryptedValue {
  id: string
  iv: Uint8Array<ArrayBuffer>
  ciphertext: ArrayBuffer
}

/**
 * Encrypted values on disk, by key. An id tells whether a value is still the one that was read. Each call throws
 * BrowserFailure where the browser lacks or blocks storage for this site, where it is full, or does not answer.
 */
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

interface Disk {
  db: IDBDatabase
  cryptoKey: CryptoKey
}

/**
 * Creates a storage in an IndexedDB database, which is opened by the first call. Its values are encrypted with a
 * non-extractable AES-GCM key, which is stored beside them. That stops casual reading and copies of the profile's
 * files, not a program that runs as the user.
 *
 * A vault has one, so that an IndexedDB that does not answer is waited for once only.
 *
 * `localStorage` would not do: under a Web Lock only IndexedDB is in step across tabs.
 *
 * @param idb undefined or null where the browser has none.
 * @param name keeps several pools on one origin apart.
 */
export function createEncryptedStorage(
  idb: IDBFactory | null | undefined,
  name: string,
): EncryptedStorage {
  let opening: Promise<Disk> | undefined
  let silence: BrowserFailure | undefined

  async function use<Result>(
    run: (disk: Disk, givenUp: AbortSignal) => Promise<Result>,
  ): Promise<Result> {
    if (silence) throw silence
    try {
      return await askBrowser('IndexedDB', async (givenUp) => {
        opening ??= openDisk(idb, name)
        const disk = await opening
        givenUp.throwIfAborted()
        return run(disk, givenUp)
      })
    } catch (error) {
      // Opened anew by the next call: the site data may have been cleared.
      void opening?.then(
        ({ db }) => db.close(),
        () => undefined,
      )
      opening = undefined
      if (error instanceof BrowserFailure && error.isSilent) silence = error
      throw error
    }
  }

  return {
    read: (storageKey) =>
      use(async ({ db, cryptoKey }) => {
        const encrypted: unknown = await settled(store(db, 'readonly').get(storageKey))
        if (!isEncryptedValue(encrypted)) return undefined
        const { id, iv, ciphertext } = encrypted
        try {
          const plaintext = await crypto.subtle.decrypt(aesGcm(iv, id), cryptoKey, ciphertext)
          const value: unknown = JSON.parse(new TextDecoder().decode(plaintext))
          return { id, value }
        } catch {
          // Another key has encrypted it, or it was changed: AES-GCM notices both.
          return { id, value: undefined }
        }
      }),
    write: (storageKey, id, value, mayReplace) =>
      use(async ({ db, cryptoKey }, givenUp) => {
        const iv = crypto.getRandomValues(new Uint8Array(12))
        const plaintext = new TextEncoder().encode(JSON.stringify(value))
        const ciphertext = await crypto.subtle.encrypt(aesGcm(iv, id), cryptoKey, plaintext)
        givenUp.throwIfAborted()
        const put = { id, iv, ciphertext }
        const decide = (present: EncryptedValue | undefined) =>
          mayReplace(present?.id) ? { put } : 'leave'
        // Undone when it is late: the vault continues in memory, and must not find this later.
        const before = await change(db, storageKey, isEncryptedValue, decide, givenUp)
        return mayReplace(before?.id)
      }),
    remove: (storageKey, id) =>
      use(async ({ db }) => {
        await change(db, storageKey, isEncryptedValue, (present) =>
          present?.id === id ? 'delete' : 'leave',
        )
      }),
  }
}

async function openDisk(idb: IDBFactory | null | undefined, name: string): Promise<Disk> {
  if (!idb) throw new BrowserFailure('IndexedDB')
  const opening = idb.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(objectStore)
  await settled(opening)
  const db = opening.result
  return { db, cryptoKey: await encryptionKey(db) }
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
 * @param givenUp undoes the change when it is aborted before the change is done.
 * @returns the value before the change.
 */
function change<Value>(
  db: IDBDatabase,
  storageKey: string,
  isValue: (value: unknown) => value is Value,
  decide: (present: Value | undefined) => { put: Value } | 'delete' | 'leave',
  givenUp?: AbortSignal,
): Promise<Value | undefined> {
  const values = store(db, 'readwrite')
  const { transaction } = values
  return new Promise((resolve, reject) => {
    const reading: IDBRequest<unknown> = values.get(storageKey)
    const before = () => (isValue(reading.result) ? reading.result : undefined)
    givenUp?.addEventListener('abort', () => abort(transaction))
    reading.onsuccess = () => {
      const decision = decide(before())
      try {
        if (decision === 'delete') values.delete(storageKey)
        else if (decision !== 'leave') values.put(decision.put, storageKey)
      } catch (error) {
        // A value that this browser cannot store, such as a CryptoKey: DataCloneError.
        reject(new Error('not stored', { cause: error }))
        abort(transaction)
      }
    }
    transaction.oncomplete = () => resolve(before())
    transaction.onabort = () => reject(transaction.error ?? new Error('aborted'))
  })
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort()
  } catch {
    // It has just ended: InvalidStateError.
  }
}

function store(db: IDBDatabase, mode: IDBTransactionMode): IDBObjectStore {
  return db.transaction(objectStore, mode).objectStore(objectStore)
}

function settled<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error('IndexedDB failed', { cause: request.error }))
  })
}
