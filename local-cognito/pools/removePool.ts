import type { Pool } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'

/** Forgets a pool and everything in it: clients, users, groups, sessions, tokens and mail. */
export function removePool(store: Store, pool: Pool) {
  const records: Map<string, { poolId: string }>[] = [
    store.clients,
    store.users,
    store.groups,
    store.sessions,
    store.families,
  ]
  for (const map of records)
    for (const [key, record] of map) if (record.poolId === pool.id) map.delete(key)
  for (const [hash, family] of store.refreshTokens)
    if (!store.families.has(family)) store.refreshTokens.delete(hash)
  for (const map of [store.lockouts, store.attempts])
    for (const key of map.keys()) if (key.startsWith(inPool(pool.id, ''))) map.delete(key)
  const kept = store.messages.filter((message) => message.poolId !== pool.id)
  store.messages.splice(0, store.messages.length, ...kept)
  store.pools.delete(pool.id)
}
