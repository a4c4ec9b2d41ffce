import type { UserAttributes } from '#vault/protocol/accountActions.ts'
import { BrowserFailure } from '#vault/protocol/askBrowser.ts'
import * as is from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from './encryptedStorage.ts'
import { failuresShape, type Failures } from './failures.ts'
import type { TokenSet } from './tokens.ts'

export const isOutageCode = is.isOneOf(
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
)

/** Renewals that have failed, and the error of the last one. */
export interface Outage extends Failures {
  code: 'network' | 'timeout' | 'serviceUnavailable' | 'tooManyRequests'
}

/** A session as it is stored. */
export interface SessionRecord {
  /** Random, one for each sign-in: tells whether two records are the same session. A renewal keeps it. */
  id: string
  /** Whether the session outlives the browser ("Keep me signed in"). */
  rememberMe: boolean
  /** The browser session it began in; see `TabMemory`. */
  browserSessionId: string
  tokens: TokenSet
  /**
   * Set where the session began over the pool's domain, which has a session of its own then. A re-authentication
   * keeps it.
   */
  domain?: string
  /** Set while renewals fail: the tabs keep one limit together. */
  outage?: Outage
}

/** Store of the one session that the tabs of this browser share. */
export interface SessionStore {
  /** False where each tab has a store of its own, which ends with its page. Known for certain after the first call. */
  shared: boolean
  read: () => Promise<SessionRecord | undefined>
  /** Replaces any record: a new sign-in. */
  write: (record: SessionRecord) => Promise<void>
  /**
   * Replaces the record of the same session only: a renewal that ends after a sign-out must not bring the
   * session back.
   * @returns false when that session is not there any more.
   */
  update: (record: SessionRecord) => Promise<boolean>
  /** Removes the record of this session only, and the attributes that came with it. */
  remove: (id: string) => Promise<void>
  /** Keeps the latest answer of GetUser in this session, so that a reload can show the account at once. */
  keepAttributes: (id: string, attributes: UserAttributes) => Promise<void>
  /** @returns undefined where nothing is kept on disk for this session. */
  keptAttributes: (id: string) => Promise<UserAttributes | undefined>
}

/** Makes a store that is lost with the worker: for `session.storage: 'memory'`, and where storage is blocked. */
export function createMemoryStore(): SessionStore {
  let stored: SessionRecord | undefined
  return {
    shared: false,
    read: () => Promise.resolve(stored),
    write(record) {
      stored = record
      return Promise.resolve()
    },
    update(record) {
      if (stored?.id !== record.id) return Promise.resolve(false)
      stored = record
      return Promise.resolve(true)
    },
    remove(id) {
      if (stored?.id === id) stored = undefined
      return Promise.resolve()
    },
    keepAttributes: () => Promise.resolve(),
    keptAttributes: () => Promise.resolve(undefined),
  }
}

const storageKey = 'record'
const attributesKey = 'attributes'

const isAttributes: is.Validator<UserAttributes> = is.isArrayOf(
  is.isShape({ Name: is.isString }, { Value: is.isString }),
)

const isRecord: is.Validator<SessionRecord> = is.isShape(
  {
    id: is.isString,
    rememberMe: is.isBoolean,
    browserSessionId: is.isString,
    tokens: is.isShape({
      accessToken: is.isString,
      idToken: is.isString,
      refreshToken: is.isString,
      clockDriftMs: is.isNumber,
    }),
  },
  { domain: is.isString, outage: is.isShape({ ...failuresShape, code: isOutageCode }) },
)

/** Creates the encrypted store on disk, which falls back to memory when the disk fails. */
export function createEncryptedStore(storage: EncryptedStorage): SessionStore {
  return withMemoryFallback({
    shared: true,
    /** Ignores a record that is damaged or of another version. */
    async read() {
      const record = (await storage.read(storageKey))?.value
      return isRecord(record) ? record : undefined
    },
    async write(record) {
      await storage.write(storageKey, record.id, record, () => true)
    },
    update: (record) =>
      storage.write(storageKey, record.id, record, (presentId) => presentId === record.id),
    async remove(id) {
      await storage.remove(storageKey, id)
      await storage.remove(attributesKey, id)
    },
    async keepAttributes(id, attributes) {
      await storage.write(attributesKey, id, attributes, () => true)
      // The session may have ended in the meantime.
      if ((await storage.read(storageKey))?.id !== id) await storage.remove(attributesKey, id)
    },
    async keptAttributes(id) {
      const kept = await storage.read(attributesKey)
      return kept?.id === id && isAttributes(kept.value) ? kept.value : undefined
    },
  })
}

/**
 * Continues in memory once the disk fails (blocked, full, silent, site data cleared), so that the session can still
 * be used and, above all, ended.
 */
function withMemoryFallback(disk: SessionStore): SessionStore {
  const memory = createMemoryStore()
  let hasFailed = false

  async function orInMemory<Result>(
    onDisk: () => Promise<Result>,
    inMemory: () => Promise<Result>,
  ): Promise<Result> {
    if (hasFailed) return inMemory()
    try {
      return await onDisk()
    } catch (error) {
      if (!(error instanceof BrowserFailure)) throw error
      hasFailed = true
      return inMemory()
    }
  }

  return {
    get shared() {
      return !hasFailed
    },
    async read() {
      const record = await orInMemory(disk.read, memory.read)
      if (record) await memory.write(record)
      return record
    },
    async write(record) {
      await memory.write(record)
      await orInMemory(
        () => disk.write(record),
        () => Promise.resolve(),
      )
    },
    async update(record) {
      const isPresent = await orInMemory(
        () => disk.update(record),
        () => memory.update(record),
      )
      if (isPresent) await memory.write(record)
      return isPresent
    },
    async remove(id) {
      await memory.remove(id)
      await orInMemory(
        () => disk.remove(id),
        () => Promise.resolve(),
      )
    },
    keepAttributes: (id, attributes) =>
      orInMemory(
        () => disk.keepAttributes(id, attributes),
        () => memory.keepAttributes(id, attributes),
      ),
    keptAttributes: (id) =>
      orInMemory(
        () => disk.keptAttributes(id),
        () => memory.keptAttributes(id),
      ),
  }
}
