import { allowsFlow } from '#local-cognito/pools/clients.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import type { ChallengeSession } from '#local-cognito/signInRecords.ts'
import type { Client, User } from '#local-cognito/records.ts'
import { invalidSession, openSession, sessionFor } from '#local-cognito/auth/challengeSessions.ts'

// Signing in without anything else right after signing up: SignUp gives a session, ConfirmSignUp
// takes it with the code and gives another, InitiateAuth takes that (API reference of the three).

/** @returns what SignUp adds to its answer, for clients that may sign in by choice */
export const afterSignUp = (cognito: Cognito, client: Client, user: User) =>
  allowsFlow(client, 'ALLOW_USER_AUTH')
    ? { Session: openSession(cognito, client, user, 'SIGNED_UP') }
    : {}

/**
 * Looks at the session that came with a code, before the code is.
 * @returns what adds to the answer of ConfirmSignUp, once the code was right
 * @throws CognitoError for a session that was not given out for this sign-up
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
  return () => {
    // Mail may take longer than a session lives. The account is confirmed all the same.
    if (session.used || cognito.now() >= session.expiresAt) return {}
    session.used = true
    return { Session: openSession(cognito, client, user, 'CONFIRMED') }
  }
}

/** @throws CognitoError for a session that ConfirmSignUp has not given out for this user, or twice */
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
