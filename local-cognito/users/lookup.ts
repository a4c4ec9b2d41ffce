import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, resourceNotFound } from '#local-cognito/errors.ts'
import { concealsAccountExistence } from '#local-cognito/pools/clients.ts'
import type { Client, Group, Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { findUser } from './users.ts'

// Lookups that throw where the record does not exist.

/**
 * Finds the user that the `Username` of an operation names: by sign-in name, or by the `sub` of a
 * local user (API reference, the member `Username` of 27 actions). A sign-in finds nobody by `sub`.
 */
const findNamedUser = (store: Store, pool: Pool, name: string): User | undefined =>
  findUser(store, pool, name) ??
  store.users
    .find(inPool(pool.id, name))
    .find(({ sub, status }) => sub === name && status !== 'EXTERNAL_PROVIDER')

/** Finds a user by username, alias or `sub`. Administrators may learn which users do not exist. */
export function requireUser(store: Store, pool: Pool, name: string): User {
  const user = findNamedUser(store, pool, name)
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.')
  return user
}

export function requireGroup(store: Store, pool: Pool, name: string): Group {
  const group = store.groups.get(inPool(pool.id, name))
  if (!group) throw resourceNotFound('Group not found.')
  return group
}

/**
 * Finds the user that a sign-up or recovery operation names.
 * @returns undefined for an unknown name where the client conceals that: the caller then pretends
 * @throws CognitoError `UserNotFoundException`
 */
export function findUserForClient(
  { store }: Cognito,
  pool: Pool,
  client: Client,
  name: string,
): User | undefined {
  const user = findNamedUser(store, pool, name)
  if (!user && !concealsAccountExistence(client))
    throw new CognitoError('UserNotFoundException', 'Username/client id combination not found.')
  return user
}
