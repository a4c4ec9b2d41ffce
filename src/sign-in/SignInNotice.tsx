import type { SignedOutReason } from '#auth/state.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'

/** Explains why the sign-in page is shown, such as an expired session. */
export function SignInNotice({ reason }: { reason: SignedOutReason }) {
  const t = useTranslate()
  const done = reason === 'confirmed' || reason === 'passwordReset'
  return <Alert tone={done ? 'success' : 'note'}>{t(`signIn.${reason}`)}</Alert>
}
