import type { CallCognito } from '#vault/cognito/actions.ts'
import { endsSession, isTransient, VaultError } from '#vault/cognito/vaultError.ts'
import { createOpenRequests, type OpenRequests } from './openRequests.ts'
import { deviceKeyOf, readTokenResponse, type TokenSet } from './tokens.ts'

/** Pauses before the retries of a request that has failed. */
const pausesMs = [400, 1600]

/**
 * How long a request stays the only one: longer than any answer of a Cognito that works, whose PreTokenGeneration
 * trigger may take 5 s and is tried three times. So all retries are within a grace period of 60 s.
 */
const patienceMs = 20_000

/**
 * Exchanges the refresh token for new tokens by GetTokensFromRefreshToken, which works with and without
 * rotation (docs/decisions/0002). Retries when Cognito cannot be reached. In a pool that tracks devices,
 * Cognito renews the tokens only for the device they were issued to.
 *
 * A request that has no answer yet is not given up: within the grace period, each use of the old refresh token replaces
 * the tokens of the use before it, so that a request which Cognito carries out late makes those of its retry worthless
 * ("Retrying the previous token replaces the current child; displaced children raise RefreshTokenReuseException",
 * measured by https://github.com/radkawar/stackd).
 *
 * @param closed aborted when the vault closes.
 * @throws VaultError; the session is over only if `endsSession` says so.
 */
export function renewTokens(
  call: CallCognito,
  clientId: string,
  tokens: TokenSet,
  closed: AbortSignal,
): Promise<TokenSet> {
  return exchange(tokens, outrun)

  /** @param decide tells which tokens count, when some arrive while another request with the old token is open. */
  async function exchange(
    old: TokenSet,
    decide: (arrived: TokenSet, open: OpenRequests) => Promise<TokenSet>,
  ): Promise<TokenSet> {
    const open = createOpenRequests(patienceMs)
    let failure: unknown
    for (const pause of [...pausesMs, 0]) {
      open.add(send(old))
      const answer = await open.next()
      if (answer?.tokens) return open.isEmpty() ? answer.tokens : decide(answer.tokens, open)
      failure = answer ? answer.error : new VaultError({ code: 'timeout' })
      if (!isTransient(failure) || closed.aborted) break
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
    const { AuthenticationResult } = await call('GetTokensFromRefreshToken', {
      RefreshToken: old.refreshToken,
      ClientId: clientId,
      DeviceKey: deviceKeyOf(old),
    })
    // As for an empty body: Cognito answers one or the other, tokens or a refusal.
    if (!AuthenticationResult) throw new VaultError({ code: 'serviceUnavailable' })
    return readTokenResponse(AuthenticationResult, clientId, Date.now(), old.refreshToken)
  }
}

async function keepLast(arrived: TokenSet, open: OpenRequests): Promise<TokenSet> {
  return (await open.last()) ?? arrived
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
