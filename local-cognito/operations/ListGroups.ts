import type {
  ListGroupsRequest,
  ListGroupsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { groupLimit, paginationToken, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeGroup } from '#local-cognito/users/groups.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListGroups.html */
export const ListGroups = operation<ListGroupsRequest, ListGroupsResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Limit: groupLimit, NextToken: paginationToken },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const groups = [...store.groups.scan()].flatMap(([, group]) =>
      group.poolId === pool.id ? [group] : [],
    )
    const wanted = { limit: input.Limit ?? 60, token: input.NextToken }
    const { items, next } = paginate(groups, ({ name }) => name, wanted)
    return { Groups: items.map(describeGroup), NextToken: next }
  },
})
