import type {
  UpdateUserPoolClientRequest,
  UpdateUserPoolClientResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { clientId, userPoolId } from '#local-cognito/http/members.ts'
import { clientName, clientSettings } from '#local-cognito/pools/clientMembers.ts'
import { checkClientSettings } from '#local-cognito/pools/clientRules.ts'
import { requireClient, requirePool } from '#local-cognito/pools/lookup.ts'
import { changeableClientSettings, describeClient } from '#local-cognito/pools/pools.ts'
import { operation } from './operation.ts'

/**
 * Resets every absent member except the name.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserPoolClient.html
 */
export const UpdateUserPoolClient = operation<
  UpdateUserPoolClientRequest,
  UpdateUserPoolClientResponse
>({
  signed: true,
  members: {
    ...clientSettings,
    UserPoolId: userPoolId.required,
    ClientId: clientId.required,
    ClientName: clientName,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    const client = requireClient(store, pool, input.ClientId)
    checkClientSettings(pool, input, client.settings.ClientSecret !== undefined)
    client.settings = {
      ...client.settings,
      ...changeableClientSettings(input),
      ClientName: input.ClientName ?? client.settings.ClientName,
    }
    client.modifiedAt = now()
    return { UserPoolClient: describeClient(client) }
  },
})
