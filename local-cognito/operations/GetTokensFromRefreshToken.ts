import type {
  GetTokensFromRefreshTokenRequest,
  GetTokensFromRefreshTokenResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { checkRefreshDevice } from '#local-cognito/devices/devices.ts'
import { notAuthorized } from '#local-cognito/errors.ts'
import * as members from '#local-cognito/http/members.ts'
import { clientById } from '#local-cognito/pools/lookup.ts'
import type { Client } from '#local-cognito/records.ts'
import { prepareKeys } from '#local-cognito/tokens/keys.ts'
import { findRefreshToken, rotateAndRenew, rotates } from '#local-cognito/tokens/refresh.ts'
import { operation } from './operation.ts'

/**
 * Works for any client; the only way to refresh where tokens rotate.
 * https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetTokensFromRefreshToken.html
 */
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
    // With rotation, AWS refuses a revoked token without a message.
    const revoked = rotates(client) ? notAuthorized() : undefined
    const find = async () => {
      const found = await findRefreshToken(cognito, client, input.RefreshToken, revoked)
      checkRefreshDevice(cognito, pool, found, input.DeviceKey)
      return found
    }
    return { AuthenticationResult: await rotateAndRenew(cognito, pool, client, find) }
  },
})

/** A secret is ignored for a client without one. */
function checkSecret(client: Client, given: string | undefined) {
  const secret = client.settings.ClientSecret
  if (secret === undefined) return
  if (!given)
    throw notAuthorized(`Client ${client.id} is configured for secret but secret was not received`)
  if (given !== secret) throw notAuthorized(`Unable to verify secret hash for client ${client.id}`)
}
