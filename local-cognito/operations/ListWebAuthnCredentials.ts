import type {
  ListWebAuthnCredentialsRequest,
  ListWebAuthnCredentialsResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { number } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { paginate } from '#local-cognito/http/pagination.ts'
import { callerOf } from '#local-cognito/tokens/accessToken.ts'
import { operation } from './operation.ts'

/** https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_ListWebAuthnCredentials.html */
export const ListWebAuthnCredentials = operation<
  ListWebAuthnCredentialsRequest,
  ListWebAuthnCredentialsResponse
>({
  members: {
    AccessToken: members.token.required,
    NextToken: members.nextToken,
    MaxResults: number({ min: 0, max: 20 }),
  },

  async run(input, cognito) {
    const { user } = await callerOf(cognito, input.AccessToken)
    const { items, next } = paginate(user.passkeys ?? [], ({ id }) => id, {
      limit: input.MaxResults || 20,
      token: input.NextToken,
    })
    return {
      Credentials: items.map(({ id, name, rpId, attachment, transports, createdAt }) => ({
        CredentialId: id,
        FriendlyCredentialName: name,
        RelyingPartyId: rpId,
        AuthenticatorAttachment: attachment,
        AuthenticatorTransports: transports,
        CreatedAt: new Date(createdAt),
      })),
      ...(next !== undefined && { NextToken: next }),
    }
  },
})
