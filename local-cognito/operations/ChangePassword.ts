import type {
  ChangePasswordRequest,
  ChangePasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, incorrectUsernameOrPassword, notAuthorized } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { checkHistory, hasPassword, setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import { operation } from './operation.ts'

/**
 * Revokes nothing: existing tokens stay valid, including the one used.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ChangePassword.html
 */
export const ChangePassword = operation<ChangePasswordRequest, ChangePasswordResponse>({
  members: {
    PreviousPassword: members.password,
    ProposedPassword: members.password.required,
    AccessToken: members.token.required,
  },

  async run(input, cognito) {
    const { pool, user } = await callerOf(cognito, input.AccessToken)
    if (user.status === 'RESET_REQUIRED')
      throw new CognitoError(
        'PasswordResetRequiredException',
        'Password reset required for the user',
      )
    // Federated users have no password to change or set (our own message).
    if (user.status === 'EXTERNAL_PROVIDER')
      throw notAuthorized('User password cannot be changed in the current state.')
    countAttempt(cognito, pool, user.username, 'ChangePassword')
    // Only a user without a password may leave the previous one out.
    if (user.verifier && !(await hasPassword(user, input.PreviousPassword ?? '')))
      throw incorrectUsernameOrPassword()
    checkPolicy(pool, input.ProposedPassword, 'SignUp')
    await checkHistory(pool, user, input.ProposedPassword)
    await setPassword(pool, user, input.ProposedPassword, { now: cognito.now() })
    user.status = 'CONFIRMED'
    return {}
  },
})
