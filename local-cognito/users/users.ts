import type { Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'

/** Case-sensitive unless the pool says otherwise, as is the API's default. */
const isCaseSensitive = (pool: Pool) => pool.settings.UsernameConfiguration?.CaseSensitive !== false

/** Normalizes a name to the form in which the pool stores and compares it. */
export const normalizeName = (pool: Pool, name: string) =>
  isCaseSensitive(pool) ? name : name.toLowerCase()

/**
 * Finds a user by sign-in name: a username, a verified alias, or the attribute that replaces the
 * username. Not by `sub`, unless that is the username.
 */
export function findUser(store: Store, pool: Pool, typed: string): User | undefined {
  const name = normalizeName(pool, typed)
  return (
    store.users.get(inPool(pool.id, name)) ??
    store.users
      .find(inPool(pool.id, name))
      .find((user) =>
        signInAttributes(pool, user).some((attribute) => user.attributes[attribute] === name),
      )
  )
}

/** Users of a pool, to be read only. */
export const usersOf = (store: Store, pool: Pool): Readonly<User>[] =>
  [...store.users.scan()].flatMap(([, user]) => (user.poolId === pool.id ? [user] : []))

/** Attributes whose values the user can sign in with at present. */
function signInAttributes(pool: Pool, user: User): string[] {
  // Federated users sign in at their provider, so their address is free for another user.
  if (user.status === 'EXTERNAL_PROVIDER') return []
  const { UsernameAttributes: usernameAttributes = [], AliasAttributes: aliases = [] } =
    pool.settings
  const verified = aliases.filter(
    (alias) => alias === 'preferred_username' || user.attributes[`${alias}_verified`] === 'true',
  )
  return [...usernameAttributes, ...verified]
}

/** Another user who has this value of a sign-in attribute. */
export const otherOwner = (
  store: Store,
  pool: Pool,
  attribute: string,
  value: string,
  except?: User,
) => {
  const name = normalizeName(pool, value)
  return store.users
    .find(inPool(pool.id, name))
    .find(
      (user) =>
        user !== except &&
        user.attributes[attribute] === name &&
        signInAttributes(pool, user).includes(attribute),
    )
}

type NewUser = Pick<User, 'username' | 'status' | 'attributes'> & Partial<User>

/**
 * Stores a new user. The username must be free; where an attribute replaces it, it is the `sub`.
 */
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
