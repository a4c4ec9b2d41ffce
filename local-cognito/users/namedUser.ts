import { CognitoError } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import { hidesUsers } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { findUser } from './users.ts'

/**
 * The user that a sign-up or recovery operation names.
 * @returns undefined for a name that nobody has, where the client hides that: pretend
 * @throws CognitoError `UserNotFoundException`
 */
export function namedUser(
  { store }: Cognito,
  pool: Pool,
  client: Client,
  name: string,
): User | undefined {
  const user = findUser(store, pool, name)
  if (!user && !hidesUsers(client))
    throw new CognitoError('UserNotFoundException', 'Username/client id combination not found.')
  return user
}
