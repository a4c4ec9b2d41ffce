import { RecordMap } from './recordMap.ts'
import type { Client, Group, Link, Lockout, Message, Pool, User } from './records.ts'
import type { ChallengeSession, TokenFamily } from './signInRecords.ts'

/** To be raised when records change so that an older state file cannot be read any more. */
const VERSION = 1

/** Records that were added or changed, by the store's map and its key; null for a deleted one. */
export type Changes = Record<string, Record<string, unknown>>

/**
 * Whole state of a Cognito: maps of plain records, with a JSON form.
 * @example
 * ```ts
 * const copy = Store.fromJSON(JSON.parse(JSON.stringify(store)))
 * ```
 */
export class Store {
  readonly pools = new RecordMap<Pool>()
  /** Keyed by client id, which is unique over all pools. */
  readonly clients = new RecordMap<Client>()
  /**
   * Keyed by `inPool(poolId, username)`. Found by `inPool(poolId, ...)` of the `sub`, of each value
   * that can be a sign-in name, of each passkey's id, and of each linked identity.
   */
  readonly users = new RecordMap<User>(({ poolId, sub, attributes, passkeys = [], links = [] }) =>
    [
      sub,
      attributes['email'],
      attributes['phone_number'],
      attributes['preferred_username'],
      ...passkeys.map(({ id }) => id),
      ...links.map(termOfLink),
    ].flatMap((value) => (value ? [inPool(poolId, value)] : [])),
  )
  /** Keyed by `inPool(poolId, groupName)`. */
  readonly groups = new RecordMap<Group>()
  /** Found by `inPool(poolId, username)`. */
  readonly sessions = new RecordMap<ChallengeSession>(({ poolId, username }) => [
    inPool(poolId, username),
  ])
  /** Keyed by event id. Found by `inPool(poolId, sub)` until revoked. */
  readonly families = new RecordMap<TokenFamily>(({ poolId, sub, revoked }) =>
    revoked ? [] : [inPool(poolId, sub)],
  )
  /**
   * SHA-256 of every refresh token of a family that is not yet forgotten -> the family's event id.
   */
  readonly refreshTokens = new RecordMap<string>()
  /**
   * Keyed by `inPool(poolId, name)`. Unknown names are counted as well, so that lockouts reveal no
   * accounts.
   */
  readonly lockouts = new RecordMap<Lockout>()
  /** Keyed by `inPool(poolId, name)` and action: times of the attempts in the last hour. */
  readonly attempts = new RecordMap<number[]>()
  /** Keyed by a random id, the oldest first. */
  readonly sentMessages = new RecordMap<Message>()

  /** Sent messages, newest first. */
  get messages(): readonly Message[] {
    return [...this.sentMessages.scan()].map(([, message]) => message).toReversed()
  }

  /**
   * Returns what changed since the last call.
   * @returns undefined when nothing did
   */
  takeChanges(): Changes | undefined {
    const changed = recordMaps(this).flatMap(([name, map]) => {
      const changes = map.takeChanges()
      return changes ? [[name, changes] as const] : []
    })
    return changed.length > 0 ? Object.fromEntries(changed) : undefined
  }

  /** As `rememberWatched` of each map. */
  rememberWatched() {
    const watchAgain = recordMaps(this).map(([, map]) => map.rememberWatched())
    return () => {
      for (const watch of watchAgain) watch()
    }
  }

  /** @throws Error when `changes` is not what `takeChanges` of this version made */
  apply(changes: unknown) {
    if (!isRecord(changes)) throw new Error('It is not an object.')
    const maps = new Map(recordMaps(this))
    for (const [name, records] of Object.entries(changes)) {
      const map = maps.get(name)
      if (!map || !isRecord(records)) throw new Error(`"${name}" is no part of a state.`)
      for (const [key, record] of Object.entries(records))
        if (record === null) map.delete(key)
        else map.set(key, record)
    }
  }

  toJSON(): Record<string, unknown> {
    return { version: VERSION, ...Object.fromEntries(recordMaps(this)) }
  }

  /** @throws Error when `json` is not what `toJSON` of this version made */
  static fromJSON(json: unknown) {
    if (!isRecord(json) || json['version'] !== VERSION)
      throw new Error(`The stored state is not of version ${VERSION}: delete it to start afresh.`)
    const { version: _, messages, ...saved } = json
    // Earlier builds stored the messages as a list.
    if (Array.isArray(messages))
      saved['sentMessages'] = Object.fromEntries(
        messages.toReversed().map((message) => [crypto.randomUUID(), message]),
      )
    const store = new Store()
    for (const [name] of recordMaps(store))
      if (!isRecord(saved[name]))
        throw new Error(`The stored state has no "${name}": delete it to start afresh.`)
    store.apply(saved)
    return store
  }
}

function recordMaps(store: Store): [string, RecordMap<unknown>][] {
  const members: [string, unknown][] = Object.entries(store)
  return members.flatMap(([name, value]) => (value instanceof RecordMap ? [[name, value]] : []))
}

/** The spaces keep it from being a sign-in name. */
export const termOfLink = ({ provider, claim, value }: Link) => `${provider} ${claim} ${value}`

/** Key of a record within a pool. Unambiguous, since a pool id contains no slash. */
export const inPool = (poolId: string, name: string) => `${poolId}/${name}`

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
