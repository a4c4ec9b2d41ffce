import { AuthError } from '#auth/errors.ts'
import { authErrorText } from './authErrorText.ts'
import type { Translate } from './translate.ts'

/** Says why a passkey did not let in. */
export function passkeyFailureText(error: unknown, t: Translate): string {
  if (error instanceof AuthError) {
    if (error.code === 'startedAgain' || error.code === 'deviceForgotten') {
      return t('passkey.startedAgain')
    }
    const isRefusal = error.code === 'incorrectCredentials' || error.code === 'notPermitted'
    return isRefusal ? t('passkey.refused') : authErrorText(error, t).message
  }
  // What an authenticator could not do, too: browsers say so by an error.
  return error instanceof Error ? t('passkey.refused') : authErrorText(error, t).message
}
