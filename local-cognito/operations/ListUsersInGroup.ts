import type {
  ListUsersInGroupRequest,
  ListUsersInGroupResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { groupLimit, groupName, paginationToken, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeUser } from '#local-cognito/users/describeUser.ts'
import { membersOf } from '#local-cognito/users/groups.ts'
import { requireGroup } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUsersInGroup.html */
export const ListUsersInGroup = operation<ListUsersInGroupRequest, ListUsersInGroupResponse>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    GroupName: groupName.required,
    Limit: groupLimit,
    NextToken: paginationToken,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const { name } = requireGroup(store, pool, input.GroupName)
    const wanted = { limit: input.Limit ?? 60, token: input.NextToken }
    const { items, next } = paginate(
      membersOf(store, pool, name),
      ({ username }) => username,
      wanted,
    )
    return { Users: items.map((user) => describeUser(user)), NextToken: next }
  },
})
