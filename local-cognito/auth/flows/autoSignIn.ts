import { invalidSession, openSession, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { allowsFlow } from '#local-cognito/pools/clients.ts'
import type { Client, User } from '#local-cognito/records.ts'
import type { ChallengeSession } from '#local-cognito/signInRecords.ts'

// Automatic sign-in after sign-up: SignUp returns a session, ConfirmSignUp exchanges it for
// another, and InitiateAuth accepts that one instead of a factor (API reference of the three).

/** @returns the `Session` member of SignUp's answer, for clients that allow USER_AUTH */
export const afterSignUp = (cognito: Cognito, client: Client, user: User) =>
  allowsFlow(client, 'ALLOW_USER_AUTH')
    ? { Session: openSession(cognito, client, user, 'SIGNED_UP') }
    : {}

/**
 * Checks the sign-up session before the code is.
 * @returns a function that makes the `Session` member of ConfirmSignUp's answer, to call once the
 *   code was right
 * @throws CognitoError for a session of another sign-up, or an expired one where AWS is assumed to
 *   refuse that
 */
export function checkSignUpSession(
  cognito: Cognito,
  client: Client,
  user: User,
  id: string | undefined,
) {
  const session = id === undefined ? undefined : cognito.store.sessions.get(id)
  if (id === undefined) return () => ({})
  if (session?.challenge !== 'SIGNED_UP' || !isOf(session, client, user)) throw invalidSession()
  const { confirmSignUpSession, expiredSignUpSession } = cognito.assumptions
  if (expiredSignUpSession === 'isRefused') sessionFor(cognito, client, 'SIGNED_UP', id)
  return () => {
    // A code may arrive after the session has expired; the account is confirmed all the same.
    if (session.used || cognito.now() >= session.expiresAt) return {}
    session.used = true
    if (confirmSignUpSession === 'isAbsent') return {}
    return { Session: openSession(cognito, client, user, 'CONFIRMED') }
  }
}

/**
 * @throws CognitoError for a session that ConfirmSignUp did not issue for this user, or a used one
 */
export function spendConfirmedSession(
  cognito: Cognito,
  client: Client,
  user: User | undefined,
  id: string,
) {
  const session = sessionFor(cognito, client, 'CONFIRMED', id)
  if (!user || !isOf(session, client, user)) throw invalidSession()
  session.used = true
}

const isOf = (session: ChallengeSession, client: Client, user: User) =>
  session.clientId === client.id && session.username === user.username
