import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized } from '#local-cognito/errors.ts'
import { concealsAccountExistence } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { ChallengeSession } from '#local-cognito/signInRecords.ts'
import { isEmail, isPhoneNumber } from '#local-cognito/users/attributes.ts'
import { findUser, normalizeName } from '#local-cognito/users/users.ts'
import { invalidSession, sessionUser } from './challengeSessions.ts'

/** Whom a choice-based sign-in is for: somebody, or nobody where the client hides that. */
export interface ResolvedUser {
  user: User
  exists: boolean
}

/** @throws CognitoError where there is nobody and the client may know, or they may not sign in */
export function resolveUser(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  name: string,
): ResolvedUser {
  const user = userToSignIn(cognito, pool, client, name)
  return user ? { user, exists: true } : simulatedUser(pool, name)
}

/** Whose session it is. @throws CognitoError when the answer names somebody else */
export function resolveSessionUser(
  cognito: Cognito,
  pool: Pool,
  session: ChallengeSession,
  name: string,
): ResolvedUser {
  if (session.firstFactor !== 'nobody')
    return { user: sessionUser(cognito, pool, session, name), exists: true }
  if (normalizeName(pool, name) !== session.username) throw invalidSession()
  return simulatedUser(pool, name)
}

/** Like somebody confirmed whose contact is what was typed; nobody keeps them. */
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
    // One that no password fits: they are offered what somebody would be.
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
    if (concealsAccountExistence(client)) return undefined
    throw new CognitoError('UserNotFoundException', 'User does not exist.')
  }
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'UNCONFIRMED')
    throw new CognitoError('UserNotConfirmedException', 'User is not confirmed.')
  return user
}
