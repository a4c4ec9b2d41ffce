import type {
  AdminDisableUserRequest,
  AdminDisableUserResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { revokeAll } from '#local-cognito/tokens/tokens.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Revokes all tokens of the user as well; enabling the user does not restore them.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDisableUser.html
 */
export const AdminDisableUser = operation<AdminDisableUserRequest, AdminDisableUserResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Username: userName.required },
  run(input, { store, now }) {
    const user = requireUser(store, requirePool(store, input.UserPoolId), input.Username)
    user.enabled = false
    user.modifiedAt = now()
    revokeAll(store, user)
    return {}
  },
})
