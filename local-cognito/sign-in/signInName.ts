import { CognitoError, notAuthorized } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import { hidesUsers } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { findUser } from '#local-cognito/users/users.ts'

/**
 * The user a sign-in is for. Being disabled or unconfirmed is told before any password is looked
 * at, to anybody who asks: that is how AWS answers, also where existence is hidden.
 * @returns undefined for a name that nobody has, where the client hides that
 * @throws CognitoError
 */
export function userToSignIn(
  { store }: Cognito,
  pool: Pool,
  client: Client,
  name: string,
): User | undefined {
  const user = findUser(store, pool, name)
  if (!user) {
    if (hidesUsers(client)) return undefined
    throw new CognitoError('UserNotFoundException', 'User does not exist.')
  }
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED')
    throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
  return user
}
