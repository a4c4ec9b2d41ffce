import type {
  AdminSetUserPasswordRequest,
  AdminSetUserPasswordResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { boolean } from '#local-cognito/http/constraints.ts'
import { password, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { checkHistory, setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import { operation } from './operation.ts'

/**
 * A permanent password also confirms the user; a temporary one has to be changed at the next
 * sign-in. Tokens stay valid.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminSetUserPassword.html
 */
export const AdminSetUserPassword = operation<
  AdminSetUserPasswordRequest,
  AdminSetUserPasswordResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    Password: password.required,
    Permanent: boolean(),
  },
  async run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    checkPolicy(pool, input.Password, 'AdminSetUserPassword')
    await checkHistory(pool, user, input.Password)
    const temporary = input.Permanent !== true
    await setPassword(pool, user, input.Password, { now: now(), temporary })
    user.status = temporary ? 'FORCE_CHANGE_PASSWORD' : 'CONFIRMED'
    return {}
  },
})
