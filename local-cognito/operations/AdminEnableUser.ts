import type {
  AdminEnableUserRequest,
  AdminEnableUserResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminEnableUser.html */
export const AdminEnableUser = operation<AdminEnableUserRequest, AdminEnableUserResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Username: userName.required },
  run(input, { store, now }) {
    const user = requireUser(store, requirePool(store, input.UserPoolId), input.Username)
    user.enabled = true
    user.modifiedAt = now()
    return {}
  },
})
