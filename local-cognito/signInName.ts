import { hidesUsers } from './clients.ts'
import { CognitoError, notAuthorized } from './errors.ts'
import type { Cognito } from './operation.ts'
import type { Client, Pool, User } from './records.ts'
import { findUser } from './users.ts'

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
