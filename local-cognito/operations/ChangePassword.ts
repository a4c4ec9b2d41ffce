import type {
  ChangePasswordRequest,
  ChangePasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, incorrectUsernameOrPassword, notAuthorized } from '#local-cognito/errors.ts'
import { operation } from './operation.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { countAttempt } from '#local-cognito/users/limits.ts'
import { checkHistory, hasPassword, setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import * as members from '#local-cognito/http/members.ts'

/** Ends no session: the tokens from before, these included, stay good. */
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
    // Whoever comes from a provider has no password to change, and sets none (words of our own).
    if (user.status === 'EXTERNAL_PROVIDER')
      throw notAuthorized('User password cannot be changed in the current state.')
    countAttempt(cognito, pool, user.username, 'ChangePassword')
    // Only somebody who has no password yet may leave the previous one out.
    if (user.verifier && !(await hasPassword(user, input.PreviousPassword ?? '')))
      throw incorrectUsernameOrPassword()
    checkPolicy(pool, input.ProposedPassword, 'SignUp')
    await checkHistory(pool, user, input.ProposedPassword)
    await setPassword(pool, user, input.ProposedPassword, { now: cognito.now() })
    user.status = 'CONFIRMED'
    return {}
  },
})
