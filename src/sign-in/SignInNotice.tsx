import type { AuthState, SignedOutReason } from '#auth/state.ts'
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

type SignedOut = Extract<AuthState, { status: 'signedOut' }>

/** Explains why the sign-in page is shown, such as an expired session, and what Cognito has still to be told. */
export function SignInNotice({ reason, revocationPending }: SignedOut) {
  const t = useTranslate()
  if (!reason && !revocationPending) return null
  const done = reason === 'confirmed' || reason === 'passwordReset'
  return (
    <Alert tone={done ? 'success' : 'note'}>
      {reason && t(notices[reason])} {revocationPending && t('signIn.revocationPending')}
    </Alert>
  )
}
