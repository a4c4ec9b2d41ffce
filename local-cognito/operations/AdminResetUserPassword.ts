import type {
  AdminResetUserPasswordRequest,
  AdminResetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { notAuthorized } from '#local-cognito/errors.ts'
import { clientMetadata, userName, userPoolId } from '#local-cognito/http/members.ts'
import { sendCode } from '#local-cognito/messages/codes.ts'
import { recoveryContact } from '#local-cognito/messages/recoveryContact.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Invalidates the password and sends a code to set a new one.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminResetUserPassword.html
 */
export const AdminResetUserPassword = operation<
  AdminResetUserPasswordRequest,
  AdminResetUserPasswordResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    ClientMetadata: clientMetadata,
  },
  run(input, cognito) {
    const pool = requirePool(cognito.store, input.UserPoolId)
    const user = requireUser(cognito.store, pool, input.Username)
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED')
      throw notAuthorized('User password cannot be reset in the current state.')
    sendCode(cognito, user, 'forgotPassword', recoveryContact(pool, user))
    user.status = 'RESET_REQUIRED'
    user.modifiedAt = cognito.now()
    return {}
  },
})
