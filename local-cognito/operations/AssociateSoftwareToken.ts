import type {
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { openSession, progressOf, sessionOwner } from '#local-cognito/auth/challengeSessions.ts'
import { newSoftwareToken } from '#local-cognito/auth/factors/softwareToken.ts'
import { mfaSetupCaller } from '#local-cognito/auth/mfaSetupCaller.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { poolFactors } from '#local-cognito/pools/mfaConfig.ts'
import type { Pool } from '#local-cognito/records.ts'
import { operation } from './operation.ts'

/**
 * Returns a secret, which becomes the user's once VerifySoftwareToken has seen a right code.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AssociateSoftwareToken.html
 */
export const AssociateSoftwareToken = operation<
  AssociateSoftwareTokenRequest,
  AssociateSoftwareTokenResponse
>({
  members: { AccessToken: members.token, Session: members.session },

  async run(input, cognito) {
    const caller = await mfaSetupCaller(cognito, input)
    checkOffered(caller.pool)
    const token = newSoftwareToken()
    if (!('session' in caller)) {
      caller.user.pendingToken = token
      return { SecretCode: token.secret }
    }
    const { session, client } = caller
    session.used = true
    const { offered } = session
    const Session = openSession(cognito, client, sessionOwner(cognito, session), 'MFA_SETUP', {
      ...progressOf(session),
      setUp: { token, verified: false },
      ...(offered && { offered }),
    })
    return { SecretCode: token.secret, Session }
  },
})

function checkOffered(pool: Pool) {
  if (!poolFactors(pool).includes('SOFTWARE_TOKEN_MFA'))
    throw new CognitoError(
      'SoftwareTokenMFANotFoundException',
      'Software Token MFA has not been enabled by the userPool.',
    )
}
