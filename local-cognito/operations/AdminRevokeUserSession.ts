import type {
  AdminRevokeUserSessionRequest,
  AdminRevokeUserSessionResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { operation } from './operation.ts'
import { checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { poolNamed } from '#local-cognito/pools/lookup.ts'
import { endSession, sessionNamed } from '#local-cognito/tokens/tokenSessions.ts'
import { userNamed } from '#local-cognito/users/lookup.ts'
import { oneOf, string } from '#local-cognito/http/constraints.ts'
import { userName, userPoolId } from '#local-cognito/http/members.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminRevokeUserSession.html */
export const AdminRevokeUserSession = operation<
  AdminRevokeUserSessionRequest,
  AdminRevokeUserSessionResponse
>({
  signed: true,
  members: {
    UserPoolId: userPoolId.required,
    Username: userName.required,
    SessionId: string().required,
    RevokeAssociatedSessions: oneOf('LINKED', 'NONE'),
  },
  run(input, cognito) {
    const pool = poolNamed(cognito.store, input.UserPoolId)
    checkTracksSessions(pool)
    const user = userNamed(cognito.store, pool, input.Username)
    endSession(sessionNamed(cognito, user, input.SessionId))
    return {}
  },
})
