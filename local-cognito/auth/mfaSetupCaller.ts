import type { Cognito } from '#local-cognito/cognito.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { invalidSession, sessionFor, sessionOwner } from './challengeSessions.ts'

/**
 * Resolves who sets up an authenticator app: a signed-in user, or one in the MFA_SETUP challenge.
 * @throws CognitoError where the token or session is not valid
 */
export async function mfaSetupCaller(
  cognito: Cognito,
  { AccessToken, Session }: { AccessToken?: string | undefined; Session?: string | undefined },
) {
  if (AccessToken !== undefined) return callerOf(cognito, AccessToken)
  if (Session === undefined)
    throw invalidParameter('Either an access token or a session is required.')
  const found = cognito.store.sessions.get(Session)
  if (!found) throw invalidSession()
  const { client, pool } = clientById(cognito.store, found.clientId)
  const session = sessionFor(cognito, client, 'MFA_SETUP', Session)
  return { client, pool, session, user: sessionOwner(cognito, session) }
}
