import type { DeleteUserPoolRequest } from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import type { Pool } from '#local-cognito/records.ts'
import type { RecordMap } from '#local-cognito/recordMap.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteUserPool.html */
export const DeleteUserPool = operation<DeleteUserPoolRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    if (pool.settings.DeletionProtection === 'ACTIVE')
      throw invalidParameter(
        'The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first.',
      )
    if (pool.settings.Domain !== undefined || pool.settings.CustomDomain !== undefined)
      throw invalidParameter(
        'User pool cannot be deleted. It has a domain configured that should be deleted first.',
      )
    removePool(store, pool)
  },
})

/** Deletes a pool and everything in it: clients, users, groups, sessions, tokens and messages. */
function removePool(store: Store, pool: Pool) {
  const records: Pick<RecordMap<{ poolId: string }>, 'scan' | 'delete'>[] = [
    store.clients,
    store.users,
    store.groups,
    store.sessions,
    store.families,
    store.sentMessages,
  ]
  for (const map of records)
    for (const [key, record] of map.scan()) if (record.poolId === pool.id) map.delete(key)
  for (const [hash, family] of store.refreshTokens.scan())
    if (!store.families.has(family)) store.refreshTokens.delete(hash)
  for (const map of [store.lockouts, store.attempts])
    for (const key of map.keys()) if (key.startsWith(inPool(pool.id, ''))) map.delete(key)
  store.pools.delete(pool.id)
}
