import type { SignedOutReason } from '#auth/state.ts'
import type { MessageKey } from '#i18n/messageTypes.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

const notices: Record<SignedOutReason, Extract<MessageKey, `signIn.${SignedOutReason}`>> = {
  signedOutHere: 'signIn.signedOutHere',
  signedOutElsewhere: 'signIn.signedOutElsewhere',
  sessionExpired: 'signIn.sessionExpired',
  accountDeleted: 'signIn.accountDeleted',
  confirmed: 'signIn.confirmed',
  passwordReset: 'signIn.passwordReset',
  interrupted: 'signIn.interrupted',
}

/** Explains why the sign-in page is shown, such as an expired session. */
export function SignInNotice({ reason }: { reason: SignedOutReason }) {
  const t = useTranslate()
  const done = reason === 'confirmed' || reason === 'passwordReset'
  return <Alert tone={done ? 'success' : 'note'}>{t(notices[reason])}</Alert>
}
