import type { User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { deleteAttempts } from './limits.ts'

/**
 * Deletes a user, but not the token families: refresh tokens of deleted users have their own
 * refusal. Sessions and counters are keyed by username, so a new user of that name would inherit
 * them, including a half-answered challenge.
 */
export function removeUser(store: Store, user: User) {
  const key = inPool(user.poolId, user.username)
  store.users.delete(key)
  deleteAttempts(store, user)
  for (const { id } of store.sessions.find(key)) store.sessions.delete(id)
}
