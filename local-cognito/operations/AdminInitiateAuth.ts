import type {
  AdminInitiateAuthRequest,
  AdminInitiateAuthResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { adminFlows } from '#local-cognito/auth/flows/adminFlows.ts'
import { stringMap } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { requireClient, requirePool } from '#local-cognito/pools/lookup.ts'
import { prepareKeys } from '#local-cognito/tokens/keys.ts'
import { operation } from './operation.ts'

/**
 * Starts a sign-in for a server, which RespondToAuthChallenge may continue as well.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminInitiateAuth.html
 */
export const AdminInitiateAuth = operation<AdminInitiateAuthRequest, AdminInitiateAuthResponse>({
  signed: true,
  members: {
    UserPoolId: members.userPoolId.required,
    ClientId: members.clientId.required,
    AuthFlow: members.authFlow.required,
    AuthParameters: stringMap(),
    ClientMetadata: members.clientMetadata,
    AnalyticsMetadata: members.analyticsMetadata,
    ContextData: members.contextData,
    Session: members.session,
  },

  prepare: prepareKeys,

  run(input, cognito) {
    const pool = requirePool(cognito.store, input.UserPoolId)
    const client = requireClient(cognito.store, pool, input.ClientId)
    const flow = adminFlows[input.AuthFlow]
    flow.checkAllowed(client)
    const { AuthParameters: parameters = {}, Session: session } = input
    return flow.start({ cognito, pool, client, parameters, session })
  },
})
