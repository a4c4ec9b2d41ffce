import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, notAuthorized } from '#local-cognito/errors.ts'
import type { Cognito } from '#local-cognito/operation.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { signIn } from '#local-cognito/tokens/tokens.ts'
import { missingRequired } from '#local-cognito/users/attributes.ts'
import { isTemporaryExpired } from '#local-cognito/users/passwords.ts'
import { openSession } from './sessions.ts'

/**
 * What comes after a right password, however it was proved: the next challenge, or tokens.
 * @throws CognitoError when the password is right, but no longer of use
 */
export async function admit(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
): Promise<InitiateAuthResponse> {
  if (user.status === 'RESET_REQUIRED')
    throw new CognitoError('PasswordResetRequiredException', 'Password reset required for the user')
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    if (isTemporaryExpired(pool, user, cognito.now()))
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
    return newPasswordRequired(cognito, pool, client, user)
  }
  return welcome(cognito, pool, client, user)
}

/** Tokens, in the answer of InitiateAuth and of RespondToAuthChallenge alike. */
export const welcome = async (cognito: Cognito, pool: Pool, client: Client, user: User) => ({
  ChallengeParameters: {},
  AuthenticationResult: await signIn(cognito, pool, client, user),
})

function newPasswordRequired(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
): InitiateAuthResponse {
  const missing = missingRequired(pool, user.attributes)
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: openSession(cognito, client, user, 'NEW_PASSWORD_REQUIRED'),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
      userAttributes: JSON.stringify(user.attributes),
    },
  }
}
