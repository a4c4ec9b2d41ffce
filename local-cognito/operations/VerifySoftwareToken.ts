import type {
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { openSession, progressOf } from '#local-cognito/auth/challengeSessions.ts'
import { verifyTotpCode } from '#local-cognito/auth/factors/softwareToken.ts'
import { mfaSetupCaller } from '#local-cognito/auth/mfaSetupCaller.ts'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { string } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import type { SoftwareToken } from '#local-cognito/records.ts'
import { enableMfaFactor } from '#local-cognito/users/mfaPreference.ts'
import { operation } from './operation.ts'

/**
 * Verifies that an app has the secret. A wrong code can be retried. In MFA_SETUP the app counts from
 * here on, even if that challenge is never answered.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_VerifySoftwareToken.html
 */
export const VerifySoftwareToken = operation<
  VerifySoftwareTokenRequest,
  VerifySoftwareTokenResponse
>({
  members: {
    AccessToken: members.token,
    Session: members.session,
    UserCode: string({ min: 6, max: 6, pattern: '[0-9]+', sensitive: true }).required,
    FriendlyDeviceName: string(),
  },

  async run({ UserCode: code, FriendlyDeviceName: name, ...input }, cognito) {
    const caller = await mfaSetupCaller(cognito, input)
    const { user } = caller
    if (!('session' in caller)) {
      // Without a pending secret, an unused code of the present app is accepted.
      const token = user.pendingToken ?? user.softwareToken
      user.softwareToken = verified(token, code, name, cognito.now())
      delete user.pendingToken
      return { Status: 'SUCCESS' }
    }
    const { session, client } = caller
    const token = verified(session.setUp?.token, code, name, cognito.now())
    user.softwareToken = { ...token }
    enableMfaFactor(user, 'SOFTWARE_TOKEN_MFA', true)
    session.used = true
    const { offered } = session
    const Session = openSession(cognito, client, user, 'MFA_SETUP', {
      ...progressOf(session),
      setUp: { token, verified: true },
      ...(offered && { offered }),
    })
    return { Status: 'SUCCESS', Session }
  },
})

/** @throws CognitoError `EnableSoftwareTokenMFAException` for a wrong code */
function verified(
  token: SoftwareToken | undefined,
  code: string,
  name: string | undefined,
  now: number,
): SoftwareToken {
  if (!token) throw invalidParameter('User has not set up software token mfa')
  if (!verifyTotpCode(token, code, now))
    throw new CognitoError(
      'EnableSoftwareTokenMFAException',
      'Code mismatch and fail enable Software Token MFA',
    )
  return name === undefined ? token : { ...token, name }
}
