import type { AdminDeleteUserRequest } from '@aws-sdk/client-cognito-identity-provider'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { removeUser } from '#local-cognito/users/removeUser.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminDeleteUser.html */
export const AdminDeleteUser = operation<AdminDeleteUserRequest, void>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Username: userName.required },
  run(input, { store }) {
    removeUser(store, requireUser(store, requirePool(store, input.UserPoolId), input.Username))
  },
})
