import type {
  RevokeTokenRequest,
  RevokeTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { oneOf, string } from '#local-cognito/http/constraints.ts'
import * as members from '#local-cognito/http/members.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import { revokeRefreshToken, unauthorizedClient } from '#local-cognito/tokens/revokeRefreshToken.ts'
import { operation } from './operation.ts'

/**
 * Revokes all tokens that descend from one sign-in, whichever of its refresh tokens is given.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_RevokeToken.html
 */
export const RevokeToken = operation<RevokeTokenRequest, RevokeTokenResponse>({
  members: {
    // An empty token has a refusal of its own.
    Token: string({ pattern: '[A-Za-z0-9-_=.]*', sensitive: true }).required,
    ClientId: members.clientId.required,
    ClientSecret: members.clientSecret,
    RevokeAssociatedSessions: oneOf('LINKED', 'NONE'),
  },

  async run(input, { store }) {
    const { client } = clientById(store, input.ClientId)
    const { ClientSecret: secret } = client.settings
    if (secret !== undefined && secret !== input.ClientSecret) throw unauthorizedClient()
    await revokeRefreshToken(store, client, input.Token)
    return {}
  },
})
