import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { answerChallenge } from '#local-cognito/auth/challenges/answerChallenge.ts'
import { stringMap } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { prepareKeys } from '#local-cognito/tokens/keys.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RespondToAuthChallenge.html */
export const RespondToAuthChallenge = operation<
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse
>({
  members: {
    ClientId: members.clientId.required,
    ChallengeName: members.challengeName.required,
    Session: members.session,
    ChallengeResponses: stringMap(),
    AnalyticsMetadata: members.analyticsMetadata,
    UserContextData: members.userContextData,
    ClientMetadata: members.clientMetadata,
  },

  prepare: prepareKeys,

  run: (input, cognito) =>
    answerChallenge(cognito, clientById(cognito.store, input.ClientId), input),
})
