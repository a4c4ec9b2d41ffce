import { CognitoError, resourceNotFound } from '#local-cognito/errors.ts'
import type { Group, Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { findUser } from './users.ts'

// What an admin operation names. Each of these throws where it is not there.

/** By username or by an alias, as people sign in. Administrators may know who does not exist. */
export function userNamed(store: Store, pool: Pool, name: string): User {
  const user = findUser(store, pool, name)
  if (!user) throw new CognitoError('UserNotFoundException', 'User does not exist.')
  return user
}

export function groupNamed(store: Store, pool: Pool, name: string): Group {
  const group = store.groups.get(inPool(pool.id, name))
  if (!group) throw resourceNotFound('Group not found.')
  return group
}
