import type {
  DeleteWebAuthnCredentialRequest,
  DeleteWebAuthnCredentialResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { resourceNotFound } from '#local-cognito/errors.ts'
import { string } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_DeleteWebAuthnCredential.html */
export const DeleteWebAuthnCredential = operation<
  DeleteWebAuthnCredentialRequest,
  DeleteWebAuthnCredentialResponse
>({
  members: { AccessToken: members.token.required, CredentialId: string({ max: 131_072 }).required },

  async run(input, cognito) {
    const { user } = await callerOf(cognito, input.AccessToken)
    const left = (user.passkeys ?? []).filter(({ id }) => id !== input.CredentialId)
    if (left.length === (user.passkeys ?? []).length)
      throw resourceNotFound('Credential does not exist.')
    user.passkeys = left
    return {}
  },
})
