import type {
  ForgotPasswordRequest,
  ForgotPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, notAuthorized } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { simulatedDelivery } from '#local-cognito/messages/delivery.ts'
import { recoveryContact } from '#local-cognito/messages/recoveryContact.ts'
import { checkSecretHash, concealsAccountExistence } from '#local-cognito/pools/clients.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { findUserForClient } from '#local-cognito/users/lookup.ts'
import { migrateUser } from '#local-cognito/users/migrateUser.ts'
import { findUser } from '#local-cognito/users/users.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ForgotPassword.html */
export const ForgotPassword = operation<ForgotPasswordRequest, ForgotPasswordResponse>({
  members: {
    ClientId: members.clientId.required,
    SecretHash: members.secretHash,
    UserContextData: members.userContextData,
    Username: members.userName.required,
    AnalyticsMetadata: members.analyticsMetadata,
    ClientMetadata: members.clientMetadata,
  },

  async run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    await checkSecretHash(client, [input.Username], input.SecretHash)
    const user =
      findUser(cognito.store, pool, input.Username) ??
      (await migrated(cognito, pool, client, input.Username)) ??
      findUserForClient(cognito, pool, client, input.Username)
    const contact = user && resettable(pool, user)
    const counted = user?.username ?? input.Username
    countAttempt(cognito, pool, counted, 'ForgotPassword')
    countAttempt(cognito, pool, counted, 'recovery')
    return {
      CodeDeliveryDetails:
        user && contact
          ? sendCode(cognito, user, 'forgotPassword', contact)
          : simulatedDelivery(input.Username),
    }
  },
})

/** Concealed like an unknown user where the migration fails. */
async function migrated(cognito: Cognito, pool: Pool, client: Client, name: string) {
  try {
    return await migrateUser(cognito, pool, client, name)
  } catch (error) {
    const isUnknown = error instanceof CognitoError && error.type === 'UserNotFoundException'
    if (isUnknown && concealsAccountExistence(client)) return undefined
    throw error
  }
}

/** @throws CognitoError when the user's password cannot be reset by a code */
function resettable(pool: Pool, user: User) {
  if (!user.enabled) throw notAuthorized('User is disabled.')
  if (user.status === 'FORCE_CHANGE_PASSWORD' || user.status === 'EXTERNAL_PROVIDER')
    throw notAuthorized('User password cannot be reset in the current state.')
  // An unconfirmed user has not proved control of any contact, whatever the flags say.
  return recoveryContact(pool, user.status === 'UNCONFIRMED' ? { ...user, attributes: {} } : user)
}
