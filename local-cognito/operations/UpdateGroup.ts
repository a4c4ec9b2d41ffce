import type {
  UpdateGroupRequest,
  UpdateGroupResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { groupName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeGroup, groupSettings } from '#local-cognito/users/groups.ts'
import { requireGroup } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/**
 * Members that are absent stay as they are.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateGroup.html
 */
export const UpdateGroup = operation<UpdateGroupRequest, UpdateGroupResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required, GroupName: groupName.required, ...groupSettings },
  run({ UserPoolId, GroupName, ...settings }, { store, now }) {
    const group = requireGroup(store, requirePool(store, UserPoolId), GroupName)
    group.settings = { ...group.settings, ...settings }
    group.modifiedAt = now()
    return { Group: describeGroup(group) }
  },
})
