import type { AdminRemoveUserFromGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { groupName, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * AWS was seen to succeed for a group that does not exist.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRemoveUserFromGroup.html
 */
export const AdminRemoveUserFromGroup = operation<AdminRemoveUserFromGroupRequest, void>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    GroupName: groupName.required,
  },
  run(input, { store }) {
    const user = requireUser(store, requirePool(store, input.UserPoolId), input.Username)
    user.groups = user.groups.filter((name) => name !== input.GroupName)
  },
})
