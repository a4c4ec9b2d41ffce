import type {
  ListUserPoolsRequest,
  ListUserPoolsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { number } from '#local-cognito/http/constraints.ts'
import { paginationToken } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { regionOfPool } from '#local-cognito/pools/addresses.ts'
import { operation } from './operation.ts'

/**
 * Lists the pools of the region that the request is signed for.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPools.html
 */
export const ListUserPools = operation<ListUserPoolsRequest, ListUserPoolsResponse>({
  signed: true,
  members: {
    MaxResults: number({ min: 1, max: 60 }).required,
    NextToken: paginationToken,
  },
  run(input, { store, region }) {
    const pools = [...store.pools.values()].filter(({ id }) => regionOfPool(id) === region)
    const wanted = { limit: input.MaxResults, token: input.NextToken }
    const { items, next } = paginate(pools, ({ id }) => id, wanted)
    return {
      UserPools: items.map(({ id, settings, createdAt, modifiedAt }) => ({
        Id: id,
        Name: settings.Name,
        LambdaConfig: settings.LambdaConfig,
        CreationDate: new Date(createdAt),
        LastModifiedDate: new Date(modifiedAt),
      })),
      NextToken: next,
    }
  },
})
