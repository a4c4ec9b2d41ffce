import { useAuthState } from '#auth/AuthProvider.tsx'
import type { SignedOutReason } from '#auth/state.ts'
import type { TextKey } from '#i18n/sentences.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

const notices: Record<SignedOutReason, Extract<TextKey, `signIn.${SignedOutReason}`>> = {
  signedOutHere: 'signIn.signedOutHere',
  signedOutElsewhere: 'signIn.signedOutElsewhere',
  sessionExpired: 'signIn.sessionExpired',
  confirmed: 'signIn.confirmed',
  passwordReset: 'signIn.passwordReset',
  interrupted: 'signIn.interrupted',
}

/** Tells somebody why they are at the door, where there is a reason worth telling. */
export function SignInNotice() {
  const text = useText()
  const state = useAuthState()
  if (state.status !== 'signedOut' || state.reason === undefined) return undefined
  const done = state.reason === 'confirmed' || state.reason === 'passwordReset'
  return <Alert tone={done ? 'success' : 'note'}>{text(notices[state.reason])}</Alert>
}
