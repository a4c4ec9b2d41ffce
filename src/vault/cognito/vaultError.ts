import type { AuthErrorCode, AuthErrorData } from '#vault/protocol/errors.ts'

/** An exception of Cognito, as it came over the wire. */
export interface CognitoException {
  operation: string
  /** `NotAuthorizedException` and the like: `__type` without namespace. */
  type: string
  /** Empty in some exceptions. */
  message: string
  requestId: string | undefined
}

/** Failure of a command. The page gets `data` only; `exception` stays in the vault. */
export class VaultError extends Error {
  override readonly name = 'VaultError'
  readonly data: AuthErrorData
  readonly exception?: CognitoException

  constructor(data: AuthErrorData, exception?: CognitoException, options?: ErrorOptions) {
    super(exception?.message ?? data.code, options)
    this.data = data
    if (exception) this.exception = exception
  }
}

/** @returns the exception's name if `error` is a refusal by Cognito. */
export function exceptionType(error: unknown): string | undefined {
  return error instanceof VaultError ? error.exception?.type : undefined
}

/** Refusals by which Cognito says that the session is over. No other failure signs the user out. */
const endingCodes: ReadonlySet<AuthErrorCode> = new Set([
  'notSignedIn',
  'notAllowedNow',
  'userDisabled',
])

export function endsSession(error: unknown): boolean {
  return error instanceof VaultError && endingCodes.has(error.data.code)
}

/** Failures after which the same request may succeed. */
const transientCodes: ReadonlySet<AuthErrorCode> = new Set([
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
])

export function isTransient(error: unknown): boolean {
  return error instanceof VaultError && transientCodes.has(error.data.code)
}

/**
 * Returns whether a fetch whose only signal is `AbortSignal.timeout` has timed out. Chrome before 124 throws an
 * AbortError instead of a TimeoutError:
 * https://developer.mozilla.org/docs/Web/API/AbortSignal/timeout_static#browser_compatibility
 */
export function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && ['TimeoutError', 'AbortError'].includes(cause.name)
}

/** Makes the error of a fetch that got no answer, or not all of it. */
export function transportError(cause: unknown): VaultError {
  return new VaultError({ code: isTimeout(cause) ? 'timeout' : 'network' }, undefined, { cause })
}
