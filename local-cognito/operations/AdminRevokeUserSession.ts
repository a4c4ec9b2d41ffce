import type {
  AdminRevokeUserSessionRequest,
  AdminRevokeUserSessionResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { oneOf, string } from '#local-cognito/http/constraints.ts'
import { userName, userPoolId } from '#local-cognito/http/members.ts'
import { requirePool } from '#local-cognito/pools/lookup.ts'
import { checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { endSession, requireSession } from '#local-cognito/tokens/tokenSessions.ts'
import { requireUser } from '#local-cognito/users/lookup.ts'
import { operation } from './operation.ts'

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
    const pool = requirePool(cognito.store, input.UserPoolId)
    checkTracksSessions(cognito, pool)
    const user = requireUser(cognito.store, pool, input.Username)
    endSession(requireSession(cognito, user, input.SessionId))
    return {}
  },
})
