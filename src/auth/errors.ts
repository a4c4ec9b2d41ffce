import type { AuthErrorCode, AuthErrorData } from '#vault/protocol/errors.ts'

export type { AuthErrorCode }

/**
 * Rejection of a command. Its `code` says what went wrong; the original error stays in the vault, because it could
 * contain a token.
 *
 * @example
 * try {
 *   await auth.signIn(credentials)
 * } catch (error) {
 *   if (!(error instanceof AuthError)) throw error
 *   if (error.code === 'incorrectCredentials') showHint()
 * }
 */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly code: AuthErrorCode
  /** Member or attribute that the error is about: `Password`, `email`, `custom:team`. */
  readonly field?: string
  /** Message of a Lambda trigger or of the team's API. */
  readonly detail?: string
  /** Cognito's `x-amzn-RequestId`, for support requests. */
  readonly requestId?: string

  constructor(data: AuthErrorData) {
    super(data.detail ?? data.code)
    this.code = data.code
    if (data.field !== undefined) this.field = data.field
    if (data.detail !== undefined) this.detail = data.detail
    if (data.requestId !== undefined) this.requestId = data.requestId
  }
}
