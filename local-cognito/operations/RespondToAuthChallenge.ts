import type {
  RespondToAuthChallengeRequest,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidSession, sessionFor } from '#local-cognito/auth/challengeSessions.ts'
import { challenges } from '#local-cognito/auth/challenges/challenges.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { oneOf, stringMap } from '#local-cognito/http/constraints.ts'
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
    ChallengeName: oneOf(
      'SMS_MFA',
      'EMAIL_OTP',
      'SOFTWARE_TOKEN_MFA',
      'SELECT_MFA_TYPE',
      'MFA_SETUP',
      'PASSWORD_VERIFIER',
      'CUSTOM_CHALLENGE',
      'SELECT_CHALLENGE',
      'DEVICE_SRP_AUTH',
      'DEVICE_PASSWORD_VERIFIER',
      'ADMIN_NO_SRP_AUTH',
      'NEW_PASSWORD_REQUIRED',
      'SMS_OTP',
      'PASSWORD',
      'WEB_AUTHN',
      'PASSWORD_SRP',
    ).required,
    Session: members.session,
    ChallengeResponses: stringMap(),
    AnalyticsMetadata: members.analyticsMetadata,
    UserContextData: members.userContextData,
    ClientMetadata: members.clientMetadata,
  },

  prepare: prepareKeys,

  async run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    const { ChallengeName: name, Session: session, ChallengeResponses: responses = {} } = input
    if (Object.keys(responses).length === 0)
      throw invalidParameter('Missing required parameter challenge responses.')
    const challenge = challenges[name]
    for (const key of challenge?.answers ?? ['USERNAME']) requiredParameter(responses, key)
    if (challenge) return challenge.answer({ cognito, pool, client, name, session, responses })
    // This challenge is never issued, so the session belongs to another one, or does not exist.
    sessionFor(cognito, client, name, session)
    throw invalidSession()
  },
})
