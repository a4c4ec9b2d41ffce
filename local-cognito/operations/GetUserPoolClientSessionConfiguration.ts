import type {
  GetUserPoolClientSessionConfigurationRequest,
  GetUserPoolClientSessionConfigurationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { clientId, userPoolId } from '#local-cognito/http/members.ts'
import { requireClient, requirePool } from '#local-cognito/pools/lookup.ts'
import { clientSessions } from '#local-cognito/pools/sessionConfig.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolClientSessionConfiguration.html */
export const GetUserPoolClientSessionConfiguration = operation<
  GetUserPoolClientSessionConfigurationRequest,
  GetUserPoolClientSessionConfigurationResponse
>({
  signed: true,
  members: { UserPoolId: userPoolId.required, ClientId: clientId.required },
  run({ UserPoolId, ClientId }, { store }) {
    const client = requireClient(store, requirePool(store, UserPoolId), ClientId)
    return { UserPoolId, ClientId, ...clientSessions(client) }
  },
})
