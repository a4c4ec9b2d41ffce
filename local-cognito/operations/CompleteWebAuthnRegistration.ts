import type {
  CompleteWebAuthnRegistrationRequest,
  CompleteWebAuthnRegistrationResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { registerPasskey } from '#local-cognito/auth/factors/registerPasskey.ts'
import { CognitoError } from '#local-cognito/errors.ts'
import { opaque } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** Passkeys per user (developer guide, "Quotas in Amazon Cognito"). */
const MOST = 20

/**
 * Registers the passkey that a browser has created.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CompleteWebAuthnRegistration.html
 */
export const CompleteWebAuthnRegistration = operation<
  CompleteWebAuthnRegistrationRequest,
  CompleteWebAuthnRegistrationResponse
>({
  members: {
    AccessToken: members.token.required,
    Credential: opaque<NonNullable<CompleteWebAuthnRegistrationRequest['Credential']>>().required,
  },

  async run(input, cognito) {
    const { pool, client, user } = await callerOf(cognito, input.AccessToken)
    if ((user.passkeys ?? []).length >= MOST)
      throw new CognitoError('LimitExceededException', 'Passkey limit exceeded.')
    const passkey = await registerPasskey(cognito, pool, client, user, input.Credential)
    user.passkeys = [...(user.passkeys ?? []), passkey]
    delete user.pendingPasskey
    return {}
  },
})
