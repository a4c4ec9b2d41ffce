import type { AuthErrorCode, AuthErrorData } from '#vault/protocol/errors.ts'

/** What Cognito answered instead of a result, as it came over the wire. */
export interface CognitoException {
  operation: string
  /** `NotAuthorizedException` and the like: `__type` without namespace. */
  type: string
  /** Cognito sends some exceptions without one. */
  message: string
  requestId: string | undefined
}

/** Anything that stopped a command. `data` is what the page is told, `exception` what Cognito said. */
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

/** The session is over, by Cognito's word. Everything else that may go wrong leaves it as it is. */
const endingCodes: ReadonlySet<AuthErrorCode> = new Set([
  'notSignedIn',
  'notAllowedNow',
  'userDisabled',
])

export function endsSession(error: unknown): boolean {
  return error instanceof VaultError && endingCodes.has(error.data.code)
}

/** Failures of the way to Cognito: the same again may well go through. */
const transient: ReadonlySet<AuthErrorCode> = new Set([
  'network',
  'timeout',
  'serviceUnavailable',
  'tooManyRequests',
])

export function isTransient(error: unknown): boolean {
  return error instanceof VaultError && transient.has(error.data.code)
}

/**
 * Whether a fetch whose only signal is `AbortSignal.timeout` took too long. Chrome before 124 says AbortError instead of
 * TimeoutError: https://developer.mozilla.org/docs/Web/API/AbortSignal/timeout_static#browser_compatibility
 */
export function isTimeout(cause: unknown): boolean {
  return cause instanceof DOMException && ['TimeoutError', 'AbortError'].includes(cause.name)
}
