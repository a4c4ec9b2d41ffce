import type { Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'

/** Names and addresses differ by case only in pools made case-sensitive, which is the API's default. */
const isCaseSensitive = (pool: Pool) => pool.settings.UsernameConfiguration?.CaseSensitive !== false

/** A name as the pool keeps and compares it. */
export const normalizeName = (pool: Pool, name: string) =>
  isCaseSensitive(pool) ? name : name.toLowerCase()

/**
 * Who signs in under a name: a username, a verified alias, or an attribute that stands in for the
 * username. Not the `sub`, unless it is the username.
 */
export function findUser(store: Store, pool: Pool, typed: string): User | undefined {
  const name = normalizeName(pool, typed)
  return (
    store.users.get(inPool(pool.id, name)) ??
    usersOf(store, pool).find((user) =>
      signInAttributes(pool, user).some((attribute) => user.attributes[attribute] === name),
    )
  )
}

export const usersOf = (store: Store, pool: Pool) =>
  [...store.users.values()].filter((user) => user.poolId === pool.id)

/** The attributes whose values a user may give for a username today. */
function signInAttributes(pool: Pool, user: User): string[] {
  // Whoever comes from a provider signs in there: their address is free for somebody with a password.
  if (user.status === 'EXTERNAL_PROVIDER') return []
  const { UsernameAttributes: instead = [], AliasAttributes: aliases = [] } = pool.settings
  const verified = aliases.filter(
    (alias) => alias === 'preferred_username' || user.attributes[`${alias}_verified`] === 'true',
  )
  return [...instead, ...verified]
}

/** Whoever else already has a value of an attribute that people sign in with. */
export const otherOwner = (store: Store, pool: Pool, attribute: string, value: string, me?: User) =>
  usersOf(store, pool).find(
    (user) =>
      user !== me &&
      user.attributes[attribute] === normalizeName(pool, value) &&
      signInAttributes(pool, user).includes(attribute),
  )

type NewUser = Pick<User, 'username' | 'status' | 'attributes'> & Partial<User>

/** Keeps a new user. The username must be free; where an attribute stands in for it, it is the sub. */
export function addUser(store: Store, pool: Pool, user: NewUser, now: number): User {
  const added: User = {
    sub: crypto.randomUUID(),
    enabled: true,
    groups: [],
    passwordHistory: [],
    codes: {},
    ...user,
    poolId: pool.id,
    createdAt: now,
    modifiedAt: now,
  }
  store.users.set(inPool(pool.id, added.username), added)
  return added
}
