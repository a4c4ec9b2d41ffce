import type {
  RevokeUserSessionRequest,
  RevokeUserSessionResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { invalidParameter } from '#local-cognito/errors.ts'
import { oneOf, string } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { checkTracksSessions } from '#local-cognito/pools/sessionConfig.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { endSession, requireSession } from '#local-cognito/tokens/tokenSessions.ts'
import { operation } from './operation.ts'

/**
 * Ends another session of the user; the calling one ends with RevokeToken.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeUserSession.html
 */
export const RevokeUserSession = operation<RevokeUserSessionRequest, RevokeUserSessionResponse>({
  members: {
    AccessToken: members.token.required,
    SessionId: string().required,
    // No associated sessions exist: the domain has none.
    RevokeAssociatedSessions: oneOf('LINKED', 'NONE'),
  },

  async run(input, cognito) {
    const { pool, user, family } = await callerOf(cognito, input.AccessToken)
    checkTracksSessions(cognito, pool)
    const found = requireSession(cognito, user, input.SessionId)
    if (found === family) throw invalidParameter('The current session cannot be revoked.')
    endSession(found)
    return {}
  },
})
