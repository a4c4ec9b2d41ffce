import type {
  CreateUserPoolClientRequest,
  CreateUserPoolClientResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { boolean } from '#local-cognito/http/constraints.ts'
import { clientSecret, userPoolId } from '#local-cognito/http/members.ts'
import { clientName, clientSettings } from '#local-cognito/pools/clientMembers.ts'
import { checkClientSettings } from '#local-cognito/pools/clientRules.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { createClient, describeClient } from '#local-cognito/pools/pools.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html */
export const CreateUserPoolClient = operation<
  CreateUserPoolClientRequest,
  CreateUserPoolClientResponse
>({
  signed: true,
  members: {
    ...clientSettings,
    UserPoolId: userPoolId.required,
    ClientName: clientName.required,
    GenerateSecret: boolean(),
    ClientSecret: clientSecret,
  },
  run(input, { store, now }) {
    const pool = requirePool(store, input.UserPoolId)
    checkClientSettings(pool, input, input.GenerateSecret === true)
    if (input.ClientSecret !== undefined)
      throw invalidParameter('The local Cognito makes client secrets itself: use GenerateSecret.')
    const client = createClient(store, input, { now: now() })
    return { UserPoolClient: describeClient(client) }
  },
})
