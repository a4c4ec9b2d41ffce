import type { AuthErrorCode, AuthErrorData } from '#vault/protocol/errors.ts'

export type { AuthErrorCode }

/**
 * Thrown by every command that Cognito, the network or the vault refused.
 * Switch on `code`. What was underneath stays in the vault, where tokens are.
 */
export class AuthError extends Error {
  override readonly name = 'AuthError'
  readonly code: AuthErrorCode
  readonly field?: string
  readonly detail?: string
  readonly requestId?: string

  constructor(data: AuthErrorData) {
    super(data.detail ?? data.code)
    this.code = data.code
    if (data.field !== undefined) this.field = data.field
    if (data.detail !== undefined) this.detail = data.detail
    if (data.requestId !== undefined) this.requestId = data.requestId
  }
}
