import type {
  StartWebAuthnRegistrationRequest,
  StartWebAuthnRegistrationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  newChallenge,
  relyingParty,
  TIMEOUT,
  userVerification,
} from '#local-cognito/auth/factors/passkeys.ts'
import { toBase64Url, utf8 } from '#local-cognito/bytes.ts'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** COSE numbers of ES256 and RS256. */
const ALGORITHMS = [-7, -257]

/**
 * Returns the options for creating a passkey. Order and values are as captured.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_StartWebAuthnRegistration.html
 */
export const StartWebAuthnRegistration = operation<
  StartWebAuthnRegistrationRequest,
  StartWebAuthnRegistrationResponse
>({
  members: { AccessToken: members.token.required },

  async run(input, cognito) {
    const { pool, client, user } = await callerOf(cognito, input.AccessToken)
    const rpId = relyingParty(pool)
    const challenge = newChallenge()
    const expiresAt = cognito.now() + 5 * TIMEOUT
    user.pendingPasskey = { challenge, clientId: client.id, expiresAt }
    return {
      CredentialCreationOptions: {
        authenticatorSelection: {
          requireResidentKey: true,
          residentKey: 'required',
          userVerification: userVerification(pool),
        },
        challenge,
        excludeCredentials: (user.passkeys ?? []).map(({ id }) => ({ id, type: 'public-key' })),
        pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
        rp: { id: rpId, name: rpId },
        timeout: TIMEOUT,
        user: {
          displayName: user.username,
          id: toBase64Url(utf8(user.sub)),
          name: user.username,
        },
      },
    }
  },
})
