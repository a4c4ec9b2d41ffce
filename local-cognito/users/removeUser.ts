import type { User } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { forgetAttempts } from './limits.ts'

/**
 * Forgets a user, but not the token families: a refresh token of somebody deleted is told so.
 * Challenges and limits go by the username, so whoever takes it next would inherit them: with a
 * challenge half answered, its owner would come in as somebody else. The rest hangs on the user.
 */
export function removeUser(store: Store, user: User) {
  store.users.delete(inPool(user.poolId, user.username))
  forgetAttempts(store, user)
  for (const { id, poolId, username } of store.sessions.values())
    if (poolId === user.poolId && username === user.username) store.sessions.delete(id)
}
