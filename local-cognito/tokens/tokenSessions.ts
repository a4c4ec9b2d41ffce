import type {
  ListUserSessionsResponse,
  SessionDescriptionType,
  SessionLocationType,
} from '@aws-sdk/client-cognito-identity-provider'
import { randomText } from '#local-cognito/bytes.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { resourceNotFound } from '#local-cognito/errors.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { sessionTracking, tracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { TokenFamily, TokenSession } from '#local-cognito/signInRecords.ts'
import { inPool } from '#local-cognito/store.ts'

/** Token family with a session that its owner can list and end. */
interface Tracked extends TokenFamily {
  session: TokenSession
}

const isTracked = (family: TokenFamily): family is Tracked => family.session !== undefined

/**
 * Creates the session of a new sign-in, where the pool tracks them. Ends the least recently used
 * ones over the limit (API reference, UserPoolTokenSessionConfigType).
 */
export function beginSession(cognito: Cognito, pool: Pool, user: User): TokenSession | undefined {
  if (!tracksSessions(pool)) return undefined
  const { MaxPerUser: most = 20 } = sessionTracking(pool).TokenSession
  for (const family of liveSessions(cognito, user).slice(most - 1)) endSession(family)
  const now = cognito.now()
  const id = `tkn${randomText(25, 'abcdefghijklmnopqrstuvwxyz0123456789')}`
  return { id, createdAt: now, activeAt: now, source: cognito.source }
}

/** Refreshing counts as activity (API reference, SessionDescriptionType). */
export function touchSession({ now, source }: Cognito, pool: Pool, { session }: TokenFamily) {
  if (!session || !tracksSessions(pool)) return
  session.activeAt = now()
  session.source = source
}

/** Sessions that are neither revoked nor expired, most recently used first. */
const liveSessions = ({ store, now }: Cognito, user: User): Tracked[] =>
  store.families
    .find(inPool(user.poolId, user.sub))
    .filter(isTracked)
    .filter(({ revoked, expiresAt }) => !revoked && now() < expiresAt)
    // Of two with the same time, the later sign-in comes first.
    .toReversed()
    .toSorted((a, b) => b.session.activeAt - a.session.activeAt)

/**
 * @throws CognitoError also for another user's session, or an ended one. AWS's message is not known
 */
export function requireSession(cognito: Cognito, user: User, id: string): Tracked {
  const found = liveSessions(cognito, user).find(({ session }) => session.id === id)
  if (!found) throw resourceNotFound('Session does not exist.')
  return found
}

/** Revokes all its tokens and removes the session from lists. */
export function endSession(family: TokenFamily) {
  family.revoked = true
  delete family.session
}

/** Page size on AWS (API reference, AdminListUserSessions): more than a user may have. */
const PAGE = 125

export function listSessions(
  cognito: Cognito,
  user: User,
  token: string | undefined,
  current?: TokenFamily,
): ListUserSessionsResponse {
  const sessions = liveSessions(cognito, user)
  const { items, next } = paginate(sessions, ({ session }) => session.id, { limit: PAGE, token })
  return {
    Sessions: sessions
      .filter((each) => items.includes(each))
      .map((each) => describeSession(each, current)),
    ...(next !== undefined && { NextToken: next }),
  }
}

/** @param current family of the calling access token; administrators have none */
function describeSession(
  { eventId, clientId, session }: Tracked,
  current?: TokenFamily,
): SessionDescriptionType {
  return {
    SessionId: session.id,
    SessionType: 'TOKEN',
    ClientId: clientId,
    CreateDate: new Date(session.createdAt),
    LastActiveDate: new Date(session.activeAt),
    DeviceType: session.source.device,
    LastIPAddress: session.source.address,
    LastLocation: locationOf(session.source.address),
    IsCurrentSession: eventId === current?.eventId,
  }
}

/** Documentation networks (RFC 5737), located as in AWS's example of ListUserSessions. */
const EXAMPLES: Readonly<Record<string, SessionLocationType>> = {
  '192.0.2.': { City: 'Seattle', Country: 'United States' },
  '198.51.100.': { City: 'Portland', Country: 'United States' },
}

/** AWS's answer for an unknown location (API reference, SessionLocationType). */
const UNKNOWN: SessionLocationType = { Country: 'unknown' }

const locationOf = (address: string): SessionLocationType =>
  EXAMPLES[address.replace(/\d+$/, '')] ?? UNKNOWN
