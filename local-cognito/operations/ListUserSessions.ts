import type {
  ListUserSessionsRequest,
  ListUserSessionsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { operation } from './operation.ts'
import { checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { listSessions } from '#local-cognito/tokens/tokenSessions.ts'
import * as members from '#local-cognito/http/members.ts'

/** Over all clients of the pool. */
export const ListUserSessions = operation<ListUserSessionsRequest, ListUserSessionsResponse>({
  members: { AccessToken: members.token.required, NextToken: members.nextToken },
  readOnly: true,

  async run(input, cognito) {
    const { pool, user, family } = await callerOf(cognito, input.AccessToken)
    checkTracksSessions(pool)
    return listSessions(cognito, user, input.NextToken, family)
  },
})
