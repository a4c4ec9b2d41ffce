import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { rotationTimeoutMs } from '#vault/cognito/request.ts'
import { refreshOverDomain } from '#vault/cognito/tokenEndpoint.ts'
import { endsSession, exceptionType, isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import { createOpenRequests, type OpenRequests } from './openRequests.ts'
import type { SessionRecord } from './sessionStore.ts'
import { deviceKeyOf, readTokenResponse, type TokenSet } from './tokens.ts'

/** Pauses before the retries of a request that has failed. The last one is for answers that were lost slowly. */
const pausesMs = [400, 1600, 1600]

/**
 * How long a request stays the only one: longer than any answer of a Cognito that works, whose PreTokenGeneration
 * trigger may take 5 s and is tried three times. So all retries are within a grace period of 60 s.
 */
const patienceMs = 20_000

/** When the last retry may begin: still within the grace period. */
const lastStartMs = 55_000

/**
 * Exchanges the refresh token for new tokens by GetTokensFromRefreshToken, which works with and without
 * rotation (docs/decisions/0002). Retries when Cognito cannot be reached. In a pool that tracks devices,
 * Cognito renews the tokens only for the device they were issued to. Tokens of the domain were issued to none that
 * this browser could confirm; where Cognito refuses them for that, they are renewed at the domain.
 *
 * A request that has no answer yet is not given up: within the grace period, each use of the old refresh token replaces
 * the tokens of the use before it, so that a request which Cognito carries out late makes those of its retry worthless
 * ("Retrying the previous token replaces the current child; displaced children raise RefreshTokenReuseException",
 * measured by https://github.com/radkawar/stackd).
 *
 * @param domain where the session began, if that was the pool's domain.
 * @param outage set while earlier renewals have failed: then there is one request, until it is answered or times out.
 * @param closed aborted when the vault closes.
 * @throws VaultError; the session is over only if `endsSession` says so.
 */
export function renewTokens(
  call: CallCognito,
  clientId: string,
  { tokens, domain, outage }: Pick<SessionRecord, 'tokens' | 'domain' | 'outage'>,
  closed: AbortSignal,
): Promise<TokenSet> {
  return exchange(tokens, outrun)

  /** @param decide tells which tokens count, when some arrive while another request with the old token is open. */
  async function exchange(
    old: TokenSet,
    decide: (arrived: TokenSet, open: OpenRequests) => Promise<TokenSet>,
  ): Promise<TokenSet> {
    const open = createOpenRequests(outage ? rotationTimeoutMs : patienceMs)
    const startedAt = Date.now()
    let failure: unknown
    for (const [retries, pause] of outage ? [[0, 0] as const] : [...pausesMs, 0].entries()) {
      open.add(send(old))
      const answer = await open.next()
      if (answer?.tokens) return open.isEmpty() ? answer.tokens : decide(answer.tokens, open)
      failure = answer ? answer.error : new VaultError({ code: 'timeout' })
      if (!isTransient(failure) || closed.aborted) break
      const elapsed = Date.now() - startedAt
      if (retries === 2 && (elapsed < patienceMs || elapsed > lastStartMs)) break
      if (answer && pause > 0) await wait(pause * (0.75 + Math.random() / 2))
    }
    // A retry that is refused says nothing about the request before it.
    const late = await open.last()
    if (late) return late
    throw failure
  }

  /** Renews once more: Cognito then refuses the old token to every request that is still open. */
  async function outrun(arrived: TokenSet, open: OpenRequests): Promise<TokenSet> {
    const rotates = arrived.refreshToken !== tokens.refreshToken
    if (!rotates) return arrived
    try {
      return await exchange(arrived, keepLast)
    } catch (error) {
      // Too late, if refused: another request has replaced these tokens, and brings those that count.
      const late = await open.last()
      if (late) return late
      if (endsSession(error)) throw error
      return arrived
    }
  }

  async function send(old: TokenSet): Promise<TokenSet> {
    const sentAt = Date.now()
    const result = await requestTokens(old)
    // As for an empty body: Cognito answers one or the other, tokens or a refusal.
    if (!result) throw new VaultError({ code: 'serviceUnavailable' })
    const times = { sentAt, receivedAt: Date.now() }
    return readTokenResponse(result, clientId, times, old.refreshToken)
  }

  async function requestTokens(old: TokenSet): Promise<AuthenticationResultType | undefined> {
    const { refreshToken: RefreshToken } = old
    const input = { RefreshToken, ClientId: clientId, DeviceKey: deviceKeyOf(old) }
    try {
      return (await call('GetTokensFromRefreshToken', input)).AuthenticationResult
    } catch (error) {
      // The same exception as for a token that has expired or was revoked: the domain knows which it is.
      const isRefused = exceptionType(error) === 'NotAuthorizedException' && endsSession(error)
      if (domain === undefined || !isRefused) throw error
      const form = { client_id: clientId, refresh_token: RefreshToken }
      return refreshOverDomain(domain, form).catch((refusal: unknown) => {
        throw isTransient(refusal) ? refusal : error
      })
    }
  }
}

async function keepLast(arrived: TokenSet, open: OpenRequests): Promise<TokenSet> {
  return (await open.last()) ?? arrived
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
