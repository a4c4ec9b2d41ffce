import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { refreshOverDomain } from '#vault/cognito/tokenEndpoint.ts'
import { endsSession, exceptionType, isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import type { SessionRecord } from './sessionStore.ts'
import { deviceKeyOf, readTokenResponse, type TokenSet } from './tokens.ts'

/**
 * Pauses before the retries. All tries fit into the grace period of a rotating client (10 s and more), in which
 * Cognito accepts the old refresh token again after a lost response.
 */
const pausesMs = [400, 1600]

/**
 * Exchanges the refresh token for new tokens by GetTokensFromRefreshToken, which works with and without
 * rotation (docs/decisions/0002). Retries when Cognito cannot be reached. In a pool that tracks devices,
 * Cognito renews the tokens only for the device they were issued to. Tokens of the domain were issued to none that
 * this browser could confirm; where Cognito refuses them for that, they are renewed at the domain.
 *
 * @param domain where the session began, if that was the pool's domain.
 * @param closed aborted when the vault closes.
 * @throws VaultError; the session is over only if `endsSession` says so.
 */
export async function renewTokens(
  call: CallCognito,
  clientId: string,
  { tokens, domain }: Pick<SessionRecord, 'tokens' | 'domain'>,
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
    const result = await requestTokens()
    if (!result) throw new VaultError({ code: 'unexpected' })
    return readTokenResponse(result, clientId, Date.now(), tokens.refreshToken)
  }

  async function requestTokens(): Promise<AuthenticationResultType | undefined> {
    try {
      return (await call('GetTokensFromRefreshToken', input)).AuthenticationResult
    } catch (error) {
      // The same exception as for a token that has expired or was revoked: the domain knows which it is.
      const isRefused = exceptionType(error) === 'NotAuthorizedException' && endsSession(error)
      if (domain === undefined || !isRefused) throw error
      const form = { client_id: clientId, refresh_token: tokens.refreshToken }
      return refreshOverDomain(domain, form).catch((refusal: unknown) => {
        throw isTransient(refusal) ? refusal : error
      })
    }
  }
}
