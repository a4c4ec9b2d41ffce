import type {
  InitiateAuthRequest,
  InitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { flows } from '#local-cognito/auth/flows/flows.ts'
import { stringMap } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { prepareKeys } from '#local-cognito/tokens/keys.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_InitiateAuth.html */
export const InitiateAuth = operation<InitiateAuthRequest, InitiateAuthResponse>({
  members: {
    AuthFlow: members.authFlow.required,
    AuthParameters: stringMap(),
    ClientMetadata: members.clientMetadata,
    ClientId: members.clientId.required,
    AnalyticsMetadata: members.analyticsMetadata,
    UserContextData: members.userContextData,
    Session: members.session,
  },

  async prepare(input, cognito) {
    // USER_SRP_AUTH answers a challenge, which needs no keys.
    if (input.AuthFlow !== 'USER_SRP_AUTH') await prepareKeys(input, cognito)
  },

  run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    const flow = flows[input.AuthFlow]
    flow.checkAllowed(client)
    const { AuthParameters: parameters = {}, Session: session } = input
    return flow.start({ cognito, pool, client, parameters, session })
  },
})
