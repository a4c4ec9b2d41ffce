import type {
  AdminRespondToAuthChallengeRequest,
  AdminRespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { answerChallenge } from '#local-cognito/auth/challenges/answerChallenge.ts'
import { stringMap } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { requireClient, requirePool } from '#local-cognito/pools/lookup.ts'
import { prepareKeys } from '#local-cognito/tokens/keys.ts'
import { operation } from './operation.ts'

/**
 * Answers a challenge of either InitiateAuth or AdminInitiateAuth.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRespondToAuthChallenge.html
 */
export const AdminRespondToAuthChallenge = operation<
  AdminRespondToAuthChallengeRequest,
  AdminRespondToAuthChallengeResponse
>({
  signed: true,
  members: {
    UserPoolId: members.userPoolId.required,
    ClientId: members.clientId.required,
    ChallengeName: members.challengeName.required,
    ChallengeResponses: stringMap(),
    Session: members.session,
    AnalyticsMetadata: members.analyticsMetadata,
    ContextData: members.contextData,
    ClientMetadata: members.clientMetadata,
  },

  prepare: prepareKeys,

  run(input, cognito) {
    const pool = requirePool(cognito.store, input.UserPoolId)
    const client = requireClient(cognito.store, pool, input.ClientId)
    return answerChallenge(cognito, { client, pool }, input)
  },
})
