import type { TokenSet } from './tokens.ts'

/** One sign-in, as it is kept. */
export interface SessionRecord {
  /** Random, one for each sign-in: tells whether two records are the same session. */
  id: string
  /** Whether it outlives the browser ("Keep me signed in"). */
  keep: boolean
  /** The run of the browser it began in; see TabMemory. */
  run: string
  tokens: TokenSet
}

/** Where the session of this browser is kept, for all its tabs. */
export interface SessionStore {
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

/** Forgets with the worker. For operators who want nothing on disk. */
export function createMemoryStore(): SessionStore {
  let kept: SessionRecord | undefined
  return {
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
