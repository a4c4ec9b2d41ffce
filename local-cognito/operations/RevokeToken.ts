import type {
  RevokeTokenRequest,
  RevokeTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { operation } from '#local-cognito/operation.ts'
import { clientById } from '#local-cognito/pools/clients.ts'
import { hashOf } from '#local-cognito/tokens/tokens.ts'
import { oneOf, string } from '#local-cognito/wire/constraints.ts'
import * as members from '#local-cognito/wire/members.ts'

/** Ends one sign-in: everything that descends from it, whichever of its refresh tokens is given. */
export const RevokeToken = operation<RevokeTokenRequest, RevokeTokenResponse>({
  members: {
    // An empty one has its own refusal, below.
    Token: string({ pattern: '[A-Za-z0-9-_=.]*', sensitive: true }).required,
    ClientId: members.clientId.required,
    ClientSecret: members.clientSecret,
    RevokeAssociatedSessions: oneOf('LINKED', 'NONE'),
  },

  async run(input, { store }) {
    const { client } = clientById(store, input.ClientId)
    const { ClientSecret: secret, EnableTokenRevocation: revocable } = client.settings
    if (secret !== undefined && secret !== input.ClientSecret) throw unauthorized()
    if (!revocable)
      throw new CognitoError(
        'UnsupportedOperationException',
        'This feature is not enabled for this client',
      )
    if (input.Token === '') throw invalidParameter('Token is required')
    // Three parts: an ID or access token. Those of a refresh token are no concern of clients.
    if (input.Token.split('.').length === 3)
      throw new CognitoError('UnsupportedTokenTypeException', 'Unsupported token type')
    const family = store.families.get(store.refreshTokens.get(await hashOf(input.Token)) ?? '')
    if (family && family.clientId !== client.id) throw unauthorized()
    // To revoke what is unknown or revoked already is a success (RFC 7009, section 2.2).
    if (family) family.revoked = true
    return {}
  },
})

const unauthorized = () => new CognitoError('UnauthorizedException', 'Invalid client or secret')
