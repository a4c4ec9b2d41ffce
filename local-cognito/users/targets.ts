import { CognitoError, resourceNotFound } from '#local-cognito/errors.ts'
import type { Client, Group, Pool, User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { findUser } from './users.ts'

// What an admin operation names. Each of these throws where it is not there.

export function poolNamed(store: Store, poolId: string): Pool {
  const pool = store.pools.get(poolId)
  if (!pool) throw resourceNotFound(`User pool ${poolId} does not exist.`)
  return pool
}

export function clientNamed(store: Store, pool: Pool, clientId: string): Client {
  const client = store.clients.get(clientId)
  if (!client) throw resourceNotFound(`User pool client ${clientId} does not exist.`)
  if (client.poolId !== pool.id)
    throw resourceNotFound(`User pool client ${clientId} does not exist in user pool ${pool.id}.`)
  return client
}

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
