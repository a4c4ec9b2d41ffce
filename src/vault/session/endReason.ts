import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { SignedOutReason } from '#vault/protocol/messages.ts'
import * as is from '#vault/protocol/validators.ts'
import { claimsOf, type TokenSet } from './tokens.ts'

type EndReason = Exclude<SignedOutReason, 'confirmed' | 'passwordReset' | 'interrupted'>

/** What a tab tells the others when the session ends: why, and nothing about it. */
export const isEnd: is.Validator<{ ended: EndReason }> = is.isShape({
  ended: is.isOneOf(
    'signedOutHere',
    'signedOutElsewhere',
    'sessionExpired',
    'idle',
    'sessionLimit',
    'revoked',
    'accountDeleted',
  ),
})

/** The same end as another tab sees it. */
export function reasonElsewhere(reason: EndReason): EndReason {
  return reason === 'signedOutHere' ? 'signedOutElsewhere' : reason
}

/** Ends that the user wants for all tabs, also for those that have a session of their own. */
export const wantedEnds: ReadonlySet<SignedOutReason> = new Set([
  'signedOutElsewhere',
  'accountDeleted',
])

/**
 * Returns why Cognito refuses to renew a session. Of an expired refresh token it says so ("Refresh Token has
 * expired"); of a revoked one it says that, or nothing at all.
 */
export function refusalReason(
  error: unknown,
  tokens: TokenSet,
  validitySeconds: number | undefined,
): EndReason {
  const { sessionEndsAt = Infinity } = claimsOf(tokens, validitySeconds)
  const { message = '' } = (error instanceof VaultError && error.exception) || {}
  if (/has been deleted/.test(message)) return 'accountDeleted'
  // A replaced token that was used again may be our own fault, as may one that Cognito does not know.
  const isUnclear =
    exceptionType(error) === 'RefreshTokenReuseException' || /expired|Invalid/.test(message)
  return isUnclear || Date.now() >= sessionEndsAt ? 'sessionExpired' : 'revoked'
}
