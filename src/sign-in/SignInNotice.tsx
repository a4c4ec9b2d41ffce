import type { SignedOutReason } from '#auth/state.ts'
import type { TextKey } from '#i18n/sentences.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

const notices: Record<SignedOutReason, Extract<TextKey, `signIn.${SignedOutReason}`>> = {
  signedOutHere: 'signIn.signedOutHere',
  signedOutElsewhere: 'signIn.signedOutElsewhere',
  sessionExpired: 'signIn.sessionExpired',
  accountDeleted: 'signIn.accountDeleted',
  confirmed: 'signIn.confirmed',
  passwordReset: 'signIn.passwordReset',
  interrupted: 'signIn.interrupted',
}

/** Tells somebody why they are at the door, where there is a reason worth telling. */
export function SignInNotice({ reason }: { reason: SignedOutReason }) {
  const text = useText()
  const done = reason === 'confirmed' || reason === 'passwordReset'
  return <Alert tone={done ? 'success' : 'note'}>{text(notices[reason])}</Alert>
}
