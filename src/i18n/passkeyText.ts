import { AuthError } from '#auth/errors.ts'
import { authErrorText } from './authErrorText.ts'
import type { Text } from './text.ts'

/** Says why a passkey did not let in. */
export function passkeyFailureText(error: unknown, text: Text): string {
  if (error instanceof AuthError) {
    if (error.code === 'startedAgain' || error.code === 'deviceForgotten') {
      return text('passkey.startedAgain')
    }
    const isRefusal = error.code === 'incorrectCredentials' || error.code === 'notPermitted'
    return isRefusal ? text('passkey.refused') : authErrorText(error, text).message
  }
  // What an authenticator could not do, too: browsers say so by an error.
  return error instanceof Error ? text('passkey.refused') : authErrorText(error, text).message
}
