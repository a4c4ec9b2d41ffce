import { randomBytes, toBase64Url } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { ChallengeSession, SignInProgress } from '#local-cognito/signInRecords.ts'
import { inPool } from '#local-cognito/store.ts'
import { findUser } from '#local-cognito/users/users.ts'

const MINUTE = 60 * 1000

/** Everything a session stores besides its owner and its state. */
type Detail = Omit<
  ChallengeSession,
  'id' | 'poolId' | 'clientId' | 'username' | 'challenge' | 'expiresAt' | 'used'
>

/**
 * Opens a challenge for a user.
 * @returns the `Session` that has to come with the answer
 */
export function openSession(
  { store, now }: Cognito,
  client: Client,
  { username }: Pick<User, 'username'>,
  challenge: ChallengeSession['challenge'],
  detail: Detail = {},
) {
  const id = toBase64Url(randomBytes(96))
  store.sessions.set(id, {
    id,
    challenge,
    poolId: client.poolId,
    clientId: client.id,
    username,
    expiresAt: now() + (client.settings.AuthSessionValidity ?? 3) * MINUTE,
    used: false,
    ...detail,
  })
  return id
}

/**
 * Finds the session an answer belongs to. It stays valid until `used` is set, so a correctable
 * refusal (a weak new password) does not end the sign-in.
 * @throws CognitoError when the session is unknown, used, expired, or belongs to another client or
 *   challenge
 */
export function sessionFor(
  { store, now }: Cognito,
  client: Client,
  challenge: ChallengeSession['challenge'],
  id: string | undefined,
): ChallengeSession {
  if (!id) throw invalidParameter('Missing required parameter Session')
  const session = store.sessions.get(id)
  if (!session || session.clientId !== client.id || session.challenge !== challenge)
    throw invalidSession()
  if (session.used)
    throw notAuthorized('Invalid session for the user, session can only be used once.')
  if (now() >= session.expiresAt)
    throw notAuthorized('Invalid session for the user, session is expired.')
  return session
}

/** Resolves the owner of a session. @throws CognitoError when the answer names another user */
export function sessionUser(
  { store }: Cognito,
  pool: Pool,
  session: ChallengeSession,
  name: string,
): User {
  const user = findUser(store, pool, name)
  if (!user || user.username !== session.username) throw invalidSession()
  return checkEnabled(user)
}

/**
 * Carries what later challenges need from one session to the next. Clients send DEVICE_KEY once, or
 * with each answer.
 */
export const progressOf = (
  { deviceKey, stepUp }: ChallengeSession,
  responses: Record<string, string> = {},
): SignInProgress => ({ deviceKey: responses['DEVICE_KEY'] ?? deviceKey, stepUp })

/** Resolves the owner of a session for operations whose input has no username. */
export function sessionOwner({ store }: Cognito, session: ChallengeSession): User {
  const user = store.users.get(inPool(session.poolId, session.username))
  if (!user) throw invalidSession()
  return checkEnabled(user)
}

function checkEnabled(user: User): User {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  return user
}

export const invalidSession = () => notAuthorized('Invalid session for the user.')
