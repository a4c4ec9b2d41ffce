import type {
  AdminListUserSessionsRequest,
  AdminListUserSessionsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { nextToken, userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { listSessions } from '#local-cognito/tokens/tokenSessions.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminListUserSessions.html */
export const AdminListUserSessions = operation<
  AdminListUserSessionsRequest,
  AdminListUserSessionsResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    NextToken: nextToken,
  },
  run(input, cognito) {
    const pool = requirePool(cognito.store, input.UserPoolId)
    checkTracksSessions(cognito, pool)
    return listSessions(cognito, requireUser(cognito.store, pool, input.Username), input.NextToken)
  },
})
