import { randomBytes, toBase64Url } from '#local-cognito/bytes.ts'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { ChallengeSession, SignInProgress } from '#local-cognito/signInRecords.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { inPool } from '#local-cognito/store.ts'
import { findUser } from '#local-cognito/users/users.ts'

const MINUTE = 60 * 1000

/** A dead session is remembered for a while, to tell its owner what became of it. */
const REMEMBERED = 24 * 60 * MINUTE

/** What a session remembers besides whose it is. */
type Detail = Omit<
  ChallengeSession,
  'id' | 'poolId' | 'clientId' | 'username' | 'challenge' | 'expiresAt' | 'used'
>

/** Opens a challenge for somebody. @returns the `Session` that has to come with the answer */
export function openSession(
  { store, now }: Cognito,
  client: Client,
  { username }: Pick<User, 'username'>,
  challenge: ChallengeSession['challenge'],
  detail: Detail = {},
) {
  for (const [id, { expiresAt }] of store.sessions)
    if (now() > expiresAt + REMEMBERED) store.sessions.delete(id)
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
 * The session that an answer belongs to. It stays good until `used` is set: a refusal that the
 * person can mend, such as a weak new password, does not cost it.
 * @throws CognitoError when there is none, it is used or expired, or is somebody else's
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

/** Whose session it is. @throws CognitoError when the answer names somebody else */
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

/** What goes on from an answered challenge to the next. Clients name their device once, or each time. */
export const progressOf = (
  { deviceKey, stepUp }: ChallengeSession,
  responses: Record<string, string> = {},
): SignInProgress => ({ deviceKey: responses['DEVICE_KEY'] ?? deviceKey, stepUp })

/** Whose session it is, for an operation that names nobody. */
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
