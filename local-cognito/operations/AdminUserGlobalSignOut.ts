import type {
  AdminUserGlobalSignOutRequest,
  AdminUserGlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { operation } from '#local-cognito/operation.ts'
import { revokeAll } from '#local-cognito/tokens/tokens.ts'
import { poolNamed } from '#local-cognito/pools/targets.ts'
import { userNamed } from '#local-cognito/users/targets.ts'
import { userName, userPoolId } from '#local-cognito/wire/members.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html */
export const AdminUserGlobalSignOut = operation<
  AdminUserGlobalSignOutRequest,
  AdminUserGlobalSignOutResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Username: userName.required },
  run(input, { store }) {
    revokeAll(store, userNamed(store, poolNamed(store, input.UserPoolId), input.Username))
    return {}
  },
})
