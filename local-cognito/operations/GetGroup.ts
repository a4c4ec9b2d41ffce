import type { GetGroupRequest, GetGroupResponse } from '@aws-sdk/client-cognito-identity-provider'
import { groupName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeGroup } from '#local-cognito/users/groups.ts'
import { requireGroup } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetGroup.html */
export const GetGroup = operation<GetGroupRequest, GetGroupResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required, GroupName: groupName.required },
  run: (input, { store }) => ({
    Group: describeGroup(
      requireGroup(store, requirePool(store, input.UserPoolId), input.GroupName),
    ),
  }),
})
