import type { CallCognito } from '#vault/cognito/actions.ts'
import { deviceKeyOf } from './deviceKey.ts'
import { isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import { readTokenResponse } from './readTokenResponse.ts'
import type { TokenSet } from './tokens.ts'

/** With the grace of a rotating client (10 s and more) in mind: a lost answer is asked for again in time. */
const pausesMs = [400, 1600]

/**
 * Exchanges the refresh token for new tokens, by GetTokensFromRefreshToken, which works whether the
 * client rotates refresh tokens or not (docs/decisions/0002).
 *
 * Tries again where the way to Cognito failed. A pool that tracks devices renews only for the device that
 * the tokens were given to.
 *
 * @throws VaultError; only one that `endsSession` says something about the session.
 */
export async function renewTokens(
  call: CallCognito,
  clientId: string,
  tokens: TokenSet,
  stopped: AbortSignal,
): Promise<TokenSet> {
  const DeviceKey = deviceKeyOf(tokens)
  const input = { RefreshToken: tokens.refreshToken, ClientId: clientId, DeviceKey }
  for (const pause of pausesMs) {
    try {
      return await ask()
    } catch (error) {
      if (!isTransient(error) || stopped.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause * (0.75 + Math.random() / 2)))
    }
  }
  return ask()

  async function ask() {
    const { AuthenticationResult } = await call('GetTokensFromRefreshToken', input)
    if (!AuthenticationResult) throw new VaultError({ code: 'unexpected' })
    return readTokenResponse(AuthenticationResult, clientId, Date.now(), tokens.refreshToken)
  }
}
