import { exceptionType, VaultError } from '#vault/cognito/vaultError.ts'
import type { AuthErrorCode } from '#vault/protocol/errors.ts'

/** Refusals that are about the account, the network or the pool: another method would be refused, too. */
const finalCodes: ReadonlySet<AuthErrorCode> = new Set([
  'userDisabled',
  'tooManyAttempts',
  'limitExceeded',
  'tooManyRequests',
  // Unconfirmed, or to be reset.
  'notAllowedNow',
  'temporaryPasswordExpired',
  'refusedByPool',
  'blocked',
  'serviceUnavailable',
])

/**
 * Whether Cognito refuses everything but a password: of users with a second factor whose passkey does not count as
 * one, `NotAuthorizedException: Password Challenge is Required to SignIn` (as measured; not documented).
 */
export const isPasswordRequired = (error: unknown) =>
  error instanceof VaultError && /password challenge is required/i.test(error.message)

/** Whether Cognito may have refused the method only. The documentation has no list of such refusals. */
export function isAboutMethod(error: unknown): error is VaultError {
  return (
    error instanceof VaultError && error.exception !== undefined && !finalCodes.has(error.data.code)
  )
}

/** Whether a password may be accepted. Not where the flow or the client is refused, or a code could not be sent. */
export const mayAcceptPassword = (error: VaultError) =>
  error.data.code !== 'misconfigured' &&
  ['NotAuthorizedException', 'InvalidParameterException'].includes(exceptionType(error) ?? '')
