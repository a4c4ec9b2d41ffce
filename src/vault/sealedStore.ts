import * as v from 'valibot'
import type { SessionRecord, SessionStore } from './sessionStore.ts'

const objectStore = 'session'

/** On disk: the id in clear, to compare in one transaction; everything else sealed. */
interface Sealed {
  id: string
  iv: Uint8Array<ArrayBuffer>
  ciphertext: ArrayBuffer
}

const recordSchema = v.strictObject({
  id: v.string(),
  keep: v.boolean(),
  run: v.string(),
  tokens: v.strictObject({
    accessToken: v.string(),
    idToken: v.string(),
    refreshToken: v.string(),
    clockDriftMs: v.number(),
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
  const opening = idb.open(`gatehouse:${name}`, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(objectStore)
  const db = await settled(opening)
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

  async function unseal(sealed: Sealed): Promise<SessionRecord | undefined> {
    try {
      const clear = await crypto.subtle.decrypt(aes(sealed.iv, sealed.id), key, sealed.ciphertext)
      return v.parse(recordSchema, JSON.parse(new TextDecoder().decode(clear)))
    } catch (error) {
      // Damaged, or from a version that kept something else: no session, and the next sign-in mends it.
      if (error instanceof DOMException || error instanceof v.ValiError) return undefined
      throw error
    }
  }

  return {
    async read() {
      const sealed = await settled<Sealed | undefined>(store(db, 'readonly').get('record'))
      return sealed && unseal(sealed)
    },
    async write(record) {
      await settled(store(db, 'readwrite').put(await seal(record), 'record'))
    },
    async update(record) {
      const sealed = await seal(record)
      const records = store(db, 'readwrite')
      const present = await settled<Sealed | undefined>(records.get('record'))
      if (present?.id !== record.id) return false
      await settled(records.put(sealed, 'record'))
      return true
    },
    async clear(id) {
      const records = store(db, 'readwrite')
      const present = await settled<Sealed | undefined>(records.get('record'))
      if (present?.id === id) await settled(records.delete('record'))
    },
  }
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
  const keys = store(db, 'readwrite')
  const present = await settled<CryptoKey | undefined>(keys.get('key'))
  if (present) return present
  await settled(keys.put(made, 'key'))
  return made
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
