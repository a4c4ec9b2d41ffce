import type {
  DescribeUserPoolRequest,
  DescribeUserPoolResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { describePool } from '#local-cognito/pools/pools.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DescribeUserPool.html */
export const DescribeUserPool = operation<DescribeUserPoolRequest, DescribeUserPoolResponse>({
  signed: true,
  members: { UserPoolId: userPoolId.required },
  run: (input, { store }) => ({
    UserPool: describePool(store, requirePool(store, input.UserPoolId)),
  }),
})
