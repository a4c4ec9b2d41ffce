import type {
  AdminListGroupsForUserRequest,
  AdminListGroupsForUserResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { groupLimit, paginationToken, userName, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeGroup } from '#local-cognito/users/groups.ts'
import { requireGroup, requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListGroupsForUser.html */
export const AdminListGroupsForUser = operation<
  AdminListGroupsForUserRequest,
  AdminListGroupsForUserResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    Limit: groupLimit,
    NextToken: paginationToken,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const user = requireUser(store, pool, input.Username)
    const groups = user.groups.map((name) => requireGroup(store, pool, name))
    const wanted = { limit: input.Limit ?? 60, token: input.NextToken }
    const { items, next } = paginate(groups, ({ name }) => name, wanted)
    return { Groups: items.map(describeGroup), NextToken: next }
  },
})
