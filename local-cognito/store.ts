import type { TokenFamily, ChallengeSession } from './signInRecords.ts'
import type { Client, Group, Lockout, Message, Pool, User } from './records.ts'

/** Raised when a state of an older shape could not be read as one of this shape. */
const VERSION = 1

/** The whole state of a Cognito: Maps that go to JSON and come back. */
export class Store {
  readonly pools = new Map<string, Pool>()
  /** By client id, which names a client over all pools. */
  readonly clients = new Map<string, Client>()
  /** By `inPool(poolId, username)`. */
  readonly users = new Map<string, User>()
  /** By `inPool(poolId, groupName)`. */
  readonly groups = new Map<string, Group>()
  readonly sessions = new Map<string, ChallengeSession>()
  /** By event id. */
  readonly families = new Map<string, TokenFamily>()
  /** SHA-256 of every refresh token of a living family -> the family's event id. */
  readonly refreshTokens = new Map<string, string>()
  /** By `inPool(poolId, name)`: names nobody has are counted too, or counting would tell. */
  readonly lockouts = new Map<string, Lockout>()
  /** By `inPool(poolId, name)` and action: when each attempt of the last hour was. */
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

  /** @throws when `json` is not what `toJSON` of this version made. */
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

/** A pool id never contains a slash, so no two pairs share a key. */
export const inPool = (poolId: string, name: string) => `${poolId}/${name}`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isMap = (value: unknown): value is Map<string, unknown> => value instanceof Map

const isList = (value: unknown): value is unknown[] => Array.isArray(value)
