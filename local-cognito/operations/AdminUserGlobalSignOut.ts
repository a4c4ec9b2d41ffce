import type {
  AdminUserGlobalSignOutRequest,
  AdminUserGlobalSignOutResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { revokeAll } from '#local-cognito/tokens/tokens.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUserGlobalSignOut.html */
export const AdminUserGlobalSignOut = operation<
  AdminUserGlobalSignOutRequest,
  AdminUserGlobalSignOutResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Username: userName.required },
  run(input, { store }) {
    revokeAll(store, requireUser(store, requirePool(store, input.UserPoolId), input.Username))
    return {}
  },
})
