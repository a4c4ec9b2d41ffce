import type {
  AdminResetUserPasswordRequest,
  AdminResetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { sendCode } from '#local-cognito/codes.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import { clientMetadata, userName, userPoolId } from '#local-cognito/members.ts'
import { operation } from '#local-cognito/operation.ts'
import { recoveryContact } from '#local-cognito/recovery.ts'
import { poolNamed, userNamed } from '#local-cognito/targets.ts'

/**
 * Makes the password useless and sends a code for another one.
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
    const pool = poolNamed(cognito.store, input.UserPoolId)
    const user = userNamed(cognito.store, pool, input.Username)
    if (!user.enabled) throw notAuthorized('User is disabled.')
    if (user.status !== 'CONFIRMED' && user.status !== 'RESET_REQUIRED')
      throw notAuthorized('User password cannot be reset in the current state.')
    sendCode(cognito, user, 'forgotPassword', recoveryContact(pool, user))
    user.status = 'RESET_REQUIRED'
    user.modifiedAt = cognito.now()
    return {}
  },
})
