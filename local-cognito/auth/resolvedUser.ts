import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized, userNotConfirmed } from '#local-cognito/errors.ts'
import { concealsAccountExistence } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { ChallengeSession } from '#local-cognito/signInRecords.ts'
import { isEmail, isPhoneNumber } from '#local-cognito/users/attributes.ts'
import { findUser, normalizeName } from '#local-cognito/users/users.ts'
import { invalidSession, sessionUser } from './challengeSessions.ts'

/**
 * User a sign-in is for; a simulated one where the name is unknown and the client conceals that.
 */
export interface ResolvedUser {
  user: User
  exists: boolean
}

/**
 * @throws CognitoError where the user may not sign in, or is unknown and the client does not
 *   conceal that
 */
export function resolveUser(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  name: string,
  unconfirmed: 'isRefused' | 'isFound' = 'isRefused',
): ResolvedUser {
  const user = userToSignIn(cognito, pool, client, name, unconfirmed)
  return user ? { user, exists: true } : simulatedUser(pool, name)
}

/** Resolves the owner of a session. @throws CognitoError when the answer names another user */
export function resolveSessionUser(
  cognito: Cognito,
  pool: Pool,
  session: ChallengeSession,
  name: string,
): ResolvedUser {
  if (session.firstFactor !== 'unknownUser')
    return { user: sessionUser(cognito, pool, session, name), exists: true }
  if (normalizeName(pool, name) !== session.username) throw invalidSession()
  return simulatedUser(pool, name)
}

/** Simulates a confirmed user whose contact is the typed name. Never stored. */
function simulatedUser(pool: Pool, name: string): ResolvedUser {
  const contact: Record<string, string> = isPhoneNumber(name)
    ? { phone_number: name, phone_number_verified: 'true' }
    : { email: isEmail(name) ? name : `${name}@${name}`, email_verified: 'true' }
  const user: User = {
    poolId: pool.id,
    username: normalizeName(pool, name),
    sub: '',
    status: 'CONFIRMED',
    enabled: true,
    attributes: contact,
    // Matches no password, so that the same factors are offered as to an existing user.
    verifier: { salt: '', verifier: '' },
    groups: [],
    createdAt: 0,
    modifiedAt: 0,
    passwordHistory: [],
    codes: {},
  }
  return { user, exists: false }
}

/**
 * Finds the user of a sign-in. As on AWS, the disabled and unconfirmed states are reported before
 * any password is checked, even where account existence is concealed.
 * @returns undefined for an unknown name where the client conceals that
 * @throws CognitoError
 */
export function userToSignIn(
  { store }: Cognito,
  pool: Pool,
  client: Client,
  name: string,
  unconfirmed: 'isRefused' | 'isFound' = 'isRefused',
): User | undefined {
  const user = findUser(store, pool, name)
  if (!user) {
    if (concealsAccountExistence(client)) return undefined
    throw new CognitoError('UserNotFoundException', 'User does not exist.')
  }
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED' && unconfirmed === 'isRefused') throw userNotConfirmed()
  return user
}
