import type { CallCognito } from '#vault/cognito/actions.ts'
import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import { deviceKeyOf, readTokenResponse, type TokenSet } from './tokens.ts'

/**
 * Pauses before the retries. All tries fit into the grace period of a rotating client (10 s and more), in which
 * Cognito accepts the old refresh token again after a lost response.
 */
const pausesMs = [400, 1600]

/**
 * Exchanges the refresh token for new tokens by GetTokensFromRefreshToken, which works with and without
 * rotation (docs/decisions/0002). Retries when Cognito cannot be reached. In a pool that tracks devices,
 * Cognito renews the tokens only for the device they were issued to.
 *
 * @param closed aborted when the vault closes.
 * @throws VaultError; the session is over only if `endsSession` says so.
 */
export async function renewTokens(
  call: CallCognito,
  clientId: string,
  tokens: TokenSet,
  closed: AbortSignal,
): Promise<TokenSet> {
  const DeviceKey = deviceKeyOf(tokens)
  const input = { RefreshToken: tokens.refreshToken, ClientId: clientId, DeviceKey }
  for (const pause of pausesMs) {
    try {
      return await renew()
    } catch (error) {
      if (!isTransient(error) || closed.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)))
    }
  }
  return renew()

  async function renew() {
    const { AuthenticationResult } = await call('GetTokensFromRefreshToken', input)
    if (!AuthenticationResult) throw new VaultError({ code: 'unexpected' })
    return readTokenResponse(AuthenticationResult, clientId, Date.now(), tokens.refreshToken)
  }
}
