import type { TokenSet } from './tokens.ts'

/** One sign-in, as it is kept. */
export interface SessionRecord {
  /** Random, one for each sign-in: tells whether two records are the same session. */
  id: string
  /** Whether it outlives the browser ("Keep me signed in"). */
  rememberMe: boolean
  /** The run of the browser it began in; see TabMemory. */
  browserSessionId: string
  tokens: TokenSet
}

/** Where the session of this browser is kept, for all its tabs. */
export interface SessionStore {
  /** False where each tab keeps its own. */
  shared: boolean
  read: () => Promise<SessionRecord | undefined>
  /** Replaces whatever is there: a new sign-in. */
  write: (record: SessionRecord) => Promise<void>
  /**
   * Replaces the record of the same session only: a refresh that ends after a sign-out must not
   * bring the session back.
   * @returns false when that session is no longer there.
   */
  update: (record: SessionRecord) => Promise<boolean>
  /** Removes the record of this session only. */
  clear: (id: string) => Promise<void>
}

/** Forgets with the worker. For operators who want nothing on disk, and browsers that keep nothing. */
export function createMemoryStore(): SessionStore {
  let kept: SessionRecord | undefined
  return {
    shared: false,
    read: () => Promise.resolve(kept),
    write(record) {
      kept = record
      return Promise.resolve()
    },
    update(record) {
      if (kept?.id !== record.id) return Promise.resolve(false)
      kept = record
      return Promise.resolve(true)
    },
    clear(id) {
      if (kept?.id === id) kept = undefined
      return Promise.resolve()
    },
  }
}

/**
 * A store on disk whose disk may go at any time: site data cleared, a profile that is full. From then on
 * the session lives in memory, so that it can be used and, above all, ended.
 */
export function withMemoryFallback(storage: SessionStore): SessionStore {
  const memory = createMemoryStore()
  let gone = false

  async function orMemory<Result>(
    onDisk: () => Promise<Result>,
    inMemory: () => Promise<Result>,
  ): Promise<Result> {
    if (gone) return inMemory()
    try {
      return await onDisk()
    } catch (error) {
      if (!(error instanceof DOMException)) throw error
      gone = true
      return inMemory()
    }
  }

  return {
    get shared() {
      return !gone
    },
    async read() {
      const record = await orMemory(storage.read, memory.read)
      if (record) await memory.write(record)
      return record
    },
    async write(record) {
      await memory.write(record)
      await orMemory(
        () => storage.write(record),
        () => Promise.resolve(),
      )
    },
    async update(record) {
      const isThere = await orMemory(
        () => storage.update(record),
        () => memory.update(record),
      )
      if (isThere) await memory.write(record)
      return isThere
    },
    async clear(id) {
      await memory.clear(id)
      await orMemory(
        () => storage.clear(id),
        () => Promise.resolve(),
      )
    },
  }
}
