import type {
  GetUserPoolSessionConfigurationRequest,
  GetUserPoolSessionConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { sessionTracking } from '#local-cognito/pools/sessionConfig.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolSessionConfiguration.html */
export const GetUserPoolSessionConfiguration = operation<
  GetUserPoolSessionConfigurationRequest,
  GetUserPoolSessionConfigurationResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required },
  run(input, { store }) {
    const pool = requirePool(store, input.UserPoolId)
    return { UserPoolId: pool.id, ...sessionTracking(pool) }
  },
})
