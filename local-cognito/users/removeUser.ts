import type { User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { deleteAttempts } from './limits.ts'

/**
 * Deletes a user, but not the token families: refresh tokens of deleted users have their own
 * refusal. Sessions and counters are keyed by username, so a new user of that name would inherit
 * them, including a half-answered challenge.
 */
export function removeUser(store: Store, user: User) {
  store.users.delete(inPool(user.poolId, user.username))
  deleteAttempts(store, user)
  for (const { id, poolId, username } of store.sessions.values())
    if (poolId === user.poolId && username === user.username) store.sessions.delete(id)
}
