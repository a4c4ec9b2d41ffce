import type {
  DescribeResourceServerRequest,
  DescribeResourceServerResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import {
  describeServer,
  requireServer,
  serverIdentifier,
} from '#local-cognito/pools/resourceServers.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeResourceServer.html */
export const DescribeResourceServer = operation<
  DescribeResourceServerRequest,
  DescribeResourceServerResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, Identifier: serverIdentifier.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    return { ResourceServer: describeServer(pool, requireServer(pool, input.Identifier)) }
  },
})
