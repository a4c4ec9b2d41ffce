import type {
  DescribeUserPoolClientRequest,
  DescribeUserPoolClientResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { resourceNotFound } from '#local-cognito/errors.ts'
import { clientId, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describeClient } from '#local-cognito/pools/pools.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPoolClient.html */
export const DescribeUserPoolClient = operation<
  DescribeUserPoolClientRequest,
  DescribeUserPoolClientResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, ClientId: clientId.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    const client = store.clients.get(input.ClientId)
    // Only this operation has this message.
    if (client?.poolId !== pool.id) throw resourceNotFound('User pool client does not exist.')
    return { UserPoolClient: describeClient(client) }
  },
})
