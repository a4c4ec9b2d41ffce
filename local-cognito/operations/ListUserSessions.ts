import type {
  ListUserSessionsRequest,
  ListUserSessionsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import * as members from '#local-cognito/http/members.ts'
import { checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { listSessions } from '#local-cognito/tokens/tokenSessions.ts'
import { operation } from './operation.ts'

/**
 * Lists the sessions of all clients of the pool.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListUserSessions.html
 */
export const ListUserSessions = operation<ListUserSessionsRequest, ListUserSessionsResponse>({
  members: { AccessToken: members.token.required, NextToken: members.nextToken },

  async run(input, cognito) {
    const { pool, user, family } = await callerOf(cognito, input.AccessToken)
    checkTracksSessions(cognito, pool)
    return listSessions(cognito, user, input.NextToken, family)
  },
})
