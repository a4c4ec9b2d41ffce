import { invalidSession, openSession, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { allowsFlow } from '#local-cognito/pools/clients.ts'
import type { Client, User } from '#local-cognito/records.ts'
import type { ChallengeSession } from '#local-cognito/signInRecords.ts'

// Automatic sign-in after sign-up: ConfirmSignUp returns a session, and InitiateAuth accepts that one
// instead of a factor (API reference of both). It comes unasked: Amplify sends none with ConfirmSignUp
// and signs in with the one that comes back (@aws-amplify/auth, confirmSignUp.ts).

/** @returns the `Session` member of SignUp's answer, for clients that allow USER_AUTH */
export const afterSignUp = (cognito: Cognito, client: Client, user: User) =>
  allowsFlow(client, 'ALLOW_USER_AUTH')
    ? { Session: openSession(cognito, client, user, 'SIGNED_UP') }
    : {}

/**
 * Checks the sign-up session that ConfirmSignUp may be sent. One that has expired is accepted, where AWS
 * is not assumed to refuse it: a code may arrive after it, and confirms the account all the same.
 * @throws CognitoError for a session of another sign-up
 */
export function checkSignUpSession(
  cognito: Cognito,
  client: Client,
  user: User,
  id: string | undefined,
) {
  if (id === undefined) return
  const session = cognito.store.sessions.get(id)
  if (session?.challenge !== 'SIGNED_UP' || !isOf(session, client, user)) throw invalidSession()
  if (cognito.assumptions.expiredSignUpSession === 'isRefused')
    sessionFor(cognito, client, 'SIGNED_UP', id)
}

/** @returns the `Session` member of ConfirmSignUp's answer, for clients that allow USER_AUTH */
export const afterConfirmation = (cognito: Cognito, client: Client, user: User) =>
  cognito.assumptions.confirmSignUpSession === 'isReturned' && allowsFlow(client, 'ALLOW_USER_AUTH')
    ? { Session: openSession(cognito, client, user, 'CONFIRMED') }
    : {}

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
