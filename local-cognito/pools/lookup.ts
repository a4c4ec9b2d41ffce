import { resourceNotFound } from '#local-cognito/errors.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'

// Lookups that throw `ResourceNotFoundException` where the record does not exist.

export function requirePool(store: Store, poolId: string): Pool {
  const pool = store.pools.get(poolId)
  if (!pool) throw resourceNotFound(`User pool ${poolId} does not exist.`)
  return pool
}

export function requireClient(store: Store, pool: Pool, clientId: string): Client {
  const client = store.clients.get(clientId)
  if (!client) throw resourceNotFound(`User pool client ${clientId} does not exist.`)
  if (client.poolId !== pool.id)
    throw resourceNotFound(`User pool client ${clientId} does not exist in user pool ${pool.id}.`)
  return client
}

/** @throws CognitoError `ResourceNotFoundException` */
export function clientById(store: Store, id: string): { client: Client; pool: Pool } {
  const client = store.clients.get(id)
  const pool = client && store.pools.get(client.poolId)
  if (!client || !pool) throw resourceNotFound(`User pool client ${id} does not exist.`)
  return { client, pool }
}
