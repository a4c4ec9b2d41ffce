import type {
  ListResourceServersRequest,
  ListResourceServersResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { number } from '#local-cognito/http/constraints.ts'
import { paginationToken, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeServer } from '#local-cognito/pools/resourceServers.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListResourceServers.html */
export const ListResourceServers = operation<
  ListResourceServersRequest,
  ListResourceServersResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    MaxResults: number({ min: 1, max: 50 }),
    NextToken: paginationToken,
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const wanted = { limit: input.MaxResults ?? 50, token: input.NextToken }
    const { items, next } = paginate(
      pool.resourceServers ?? [],
      ({ identifier }) => identifier,
      wanted,
    )
    return { ResourceServers: items.map((server) => describeServer(pool, server)), NextToken: next }
  },
})
