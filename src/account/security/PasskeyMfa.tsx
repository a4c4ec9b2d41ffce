import { useMutation, useQueryClient } from '@tanstack/react-query'
import { AuthError } from '#auth/errors.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn, useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Switch } from '#ui/Switch.tsx'
import { factorsQuery, type Factors } from './securityQueries.ts'

/**
 * Says whether passkeys sign in although a second factor is on (`WEB_AUTHN_MFA`), and switches that. Where the pool
 * does not allow it, says that passkeys are paused.
 */
export function PasskeyMfa({ factors }: { factors: Factors }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const requireRecentSignIn = useRequireRecentSignIn()
  const withRecentSignIn = useWithRecentSignIn()
  const { passkeyMfa: isAllowed } = useConfig().signIn
  const change = useMutation({
    async mutationFn(enabled: boolean) {
      if (!(await requireRecentSignIn())) return
      await withRecentSignIn(() => session.setMfaPreference({ factor: 'WEB_AUTHN_MFA', enabled }))
      await client.invalidateQueries(factorsQuery(session))
    },
  })

  const isRefused = change.error instanceof AuthError && change.error.code === 'misconfigured'
  if (isAllowed === false || isRefused)
    return <Alert tone="note">{t('security.passkeysPaused')}</Alert>
  return (
    <>
      <Switch
        name="passkeyMfa"
        label={t('security.passkeyMfa')}
        hint={t(factors.passkeyMfa ? 'security.passkeyMfaOn' : 'security.passkeyMfaOff')}
        checked={factors.passkeyMfa}
        pending={change.isPending}
        onChange={(enabled) => change.mutate(enabled)}
      />
      {change.error && <Alert tone="error">{authErrorText(change.error, t).message}</Alert>}
    </>
  )
}
