import { AuthError } from '#auth/errors.ts'
import { authErrorText } from './authErrorText.ts'
import type { Translate } from './translate.ts'

/** The message for a failed sign-in with a passkey. */
export function passkeyFailureText(error: unknown, t: Translate): string {
  if (error instanceof AuthError) {
    if (error.code === 'startedAgain' || error.code === 'deviceForgotten') {
      return t('passkey.startedAgain')
    }
    const isRefusal = error.code === 'incorrectCredentials' || error.code === 'notPermitted'
    return isRefusal ? t('passkey.refused') : authErrorText(error, t).message
  }
  // Browsers report a failure of the authenticator as an error too.
  return error instanceof Error ? t('passkey.refused') : authErrorText(error, t).message
}
