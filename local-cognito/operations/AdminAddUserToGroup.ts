import type { AdminAddUserToGroupRequest } from '@aws-sdk/client-cognito-identity-provider'
import { groupName, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { requireGroup, requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Succeeds for an existing member.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminAddUserToGroup.html
 */
export const AdminAddUserToGroup = operation<AdminAddUserToGroupRequest, void>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    GroupName: groupName.required,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    const { name } = requireGroup(store, pool, input.GroupName)
    if (!user.groups.includes(name)) user.groups.push(name)
  },
})
