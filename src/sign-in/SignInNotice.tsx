import type { AuthState } from '#auth/state.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

type SignedOut = Extract<AuthState, { status: 'signedOut' }>

/** Explains why the sign-in page is shown, such as an expired session, and what Cognito has still to be told. */
export function SignInNotice({ reason, revocationPending }: SignedOut) {
  const t = useTranslate()
  if (!reason && !revocationPending) return null
  const done = reason === 'confirmed' || reason === 'passwordReset'
  return (
    <Alert tone={done ? 'success' : 'note'}>
      {reason && t(`signIn.${reason}`)} {revocationPending && t('signIn.revocationPending')}
    </Alert>
  )
}
