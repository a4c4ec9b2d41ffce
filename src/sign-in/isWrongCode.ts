import { AuthError } from '#auth/errors.ts'

/** For pages whose codes come from an app: there, none can be sent anew. */
export function isWrongCode(error: unknown): boolean {
  return error instanceof AuthError && error.code === 'codeMismatch'
}
