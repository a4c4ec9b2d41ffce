import type {
  ListUserPoolClientsRequest,
  ListUserPoolClientsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { number, oneOf } from '#local-cognito/http/constraints.ts'
import { paginationToken, userPoolId } from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserPoolClients.html */
export const ListUserPoolClients = operation<
  ListUserPoolClientsRequest,
  ListUserPoolClientsResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    MaxResults: number({ min: 1, max: 60 }),
    NextToken: paginationToken,
    ClientType: oneOf('DCR', 'REGULAR'),
  },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    // No client is made by dynamic client registration.
    const clients = [...store.clients.scan()].flatMap(([, client]) =>
      client.poolId === pool.id && input.ClientType !== 'DCR' ? [client] : [],
    )
    const wanted = { limit: input.MaxResults ?? 60, token: input.NextToken }
    const { items, next } = paginate(clients, ({ id }) => id, wanted)
    return {
      UserPoolClients: items.map(({ id, poolId, settings }) => ({
        ClientId: id,
        UserPoolId: poolId,
        ClientName: settings.ClientName,
      })),
      NextToken: next,
    }
  },
})
