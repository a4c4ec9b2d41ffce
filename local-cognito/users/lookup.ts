import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, resourceNotFound } from '#local-cognito/errors.ts'
import { concealsAccountExistence } from '#local-cognito/pools/clients.ts'
import type { Client, Group, Pool, User } from '#local-cognito/records.ts'
import { type Store, inPool } from '#local-cognito/store.ts'
import { findUser } from './users.ts'

// What an admin operation names. Each of these throws where it is not there.

/** By username or by an alias, as people sign in. Administrators may know who does not exist. */
export function requireUser(store: Store, pool: Pool, name: string): User {
  const user = findUser(store, pool, name)
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.')
  return user
}

export function requireGroup(store: Store, pool: Pool, name: string): Group {
  const group = store.groups.get(inPool(pool.id, name))
  if (!group) throw resourceNotFound('Group not found.')
  return group
}

/**
 * The user that a sign-up or recovery operation names.
 * @returns undefined for a name that nobody has, where the client hides that: pretend
 * @throws CognitoError `UserNotFoundException`
 */
export function findUserForClient(
  { store }: Cognito,
  pool: Pool,
  client: Client,
  name: string,
): User | undefined {
  const user = findUser(store, pool, name)
  if (!user && !concealsAccountExistence(client))
    throw new CognitoError('UserNotFoundException', 'Username/client id combination not found.')
  return user
}
