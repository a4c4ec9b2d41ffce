import type { Client, Group, Lockout, Message, Pool, User } from './records.ts'
import type { ChallengeSession, TokenFamily } from './signInRecords.ts'

/** To be raised when records change so that an older state file cannot be read any more. */
const VERSION = 1

/**
 * Whole state of a Cognito: maps of plain records, with a JSON form.
 * @example
 * ```ts
 * const copy = Store.fromJSON(JSON.parse(JSON.stringify(store)))
 * ```
 */
export class Store {
  readonly pools = new Map<string, Pool>()
  /** Keyed by client id, which is unique over all pools. */
  readonly clients = new Map<string, Client>()
  /** Keyed by `inPool(poolId, username)`. */
  readonly users = new Map<string, User>()
  /** Keyed by `inPool(poolId, groupName)`. */
  readonly groups = new Map<string, Group>()
  readonly sessions = new Map<string, ChallengeSession>()
  /** Keyed by event id. */
  readonly families = new Map<string, TokenFamily>()
  /**
   * SHA-256 of every refresh token of a family that is not yet forgotten -> the family's event id.
   */
  readonly refreshTokens = new Map<string, string>()
  /**
   * Keyed by `inPool(poolId, name)`. Unknown names are counted as well, so that lockouts reveal no
   * accounts.
   */
  readonly lockouts = new Map<string, Lockout>()
  /** Keyed by `inPool(poolId, name)` and action: times of the attempts in the last hour. */
  readonly attempts = new Map<string, number[]>()
  /** Newest first. */
  readonly messages: Message[] = []

  toJSON(): Record<string, unknown> {
    const maps = Object.entries(this).map(([name, value]: [string, unknown]): [string, unknown] => [
      name,
      isMap(value) ? Object.fromEntries(value) : value,
    ])
    return { version: VERSION, ...Object.fromEntries(maps) }
  }

  /** @throws Error when `json` is not what `toJSON` of this version made */
  static fromJSON(json: unknown) {
    if (!isRecord(json) || json['version'] !== VERSION)
      throw new Error(`The stored state is not of version ${VERSION}: delete it to start afresh.`)
    const store = new Store()
    const parts: [string, unknown][] = Object.entries(store)
    for (const [name, value] of parts) {
      const saved = json[name]
      if (isMap(value) && isRecord(saved))
        for (const [key, entry] of Object.entries(saved)) value.set(key, entry)
      else if (isList(value) && isList(saved)) value.push(...saved)
      else throw new Error(`The stored state has no "${name}": delete it to start afresh.`)
    }
    return store
  }
}

/** Key of a record within a pool. Unambiguous, since a pool id contains no slash. */
export const inPool = (poolId: string, name: string) => `${poolId}/${name}`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isMap = (value: unknown): value is Map<string, unknown> => value instanceof Map

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
