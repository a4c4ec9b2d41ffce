import type {
  GetTokensFromRefreshTokenRequest,
  GetTokensFromRefreshTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { notAuthorized } from '#local-cognito/errors.ts'
import { operation } from './operation.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import type { Client } from '#local-cognito/records.ts'
import { prepareKeys } from '#local-cognito/tokens/keys.ts'
import { checkRefreshDevice } from '#local-cognito/devices/devices.ts'
import {
  findRefreshToken,
  renewTokens,
  rotateRefreshToken,
  rotates,
} from '#local-cognito/tokens/refresh.ts'
import * as members from '#local-cognito/http/members.ts'

/** Works for any client, and is the only way to refresh where tokens rotate. */
export const GetTokensFromRefreshToken = operation<
  GetTokensFromRefreshTokenRequest,
  GetTokensFromRefreshTokenResponse
>({
  members: {
    RefreshToken: members.token.required,
    ClientId: members.clientId.required,
    ClientSecret: members.clientSecret,
    DeviceKey: members.deviceKey,
    ClientMetadata: members.clientMetadata,
  },

  prepare: prepareKeys,

  async run(input, cognito) {
    const { client, pool } = clientById(cognito.store, input.ClientId)
    checkSecret(client, input.ClientSecret)
    // Where tokens rotate, AWS says of a revoked one no more than the exception's name.
    const revoked = rotates(client) ? notAuthorized() : undefined
    const found = await findRefreshToken(cognito, client, input.RefreshToken, revoked)
    checkRefreshDevice(pool, found, input.DeviceKey)
    const next = rotates(client) && {
      RefreshToken: await rotateRefreshToken(cognito, client, found),
    }
    const tokens = await renewTokens(cognito, pool, client, found)
    return { AuthenticationResult: { ...tokens, ...next } }
  },
})

/** A client that has no secret may send anything. */
function checkSecret(client: Client, given: string | undefined) {
  const secret = client.settings.ClientSecret
  if (secret === undefined) return
  if (!given)
    throw notAuthorized(`Client ${client.id} is configured for secret but secret was not received`)
  if (given !== secret) throw notAuthorized(`Unable to verify secret hash for client ${client.id}`)
}
