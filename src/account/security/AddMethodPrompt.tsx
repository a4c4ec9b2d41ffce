import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { withStorage } from '#storage.ts'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import type { Factors, Passkey } from './securityQueries.ts'

/**
 * Suggests a second sign-in method to users with only one, who would be locked out without it. "Not now" hides it
 * on this device.
 */
export function AddMethodPrompt({ factors, passkeys }: { factors: Factors; passkeys: Passkey[] }) {
  const t = useTranslate()
  const { userId } = useSession()
  const key = `gatehouse.addMethodDismissed.${userId}`
  const [dismissed, setDismissed] = useState(
    () => withStorage('localStorage', (storage) => storage.getItem(key) ?? undefined) !== undefined,
  )
  const methodCount = Number(factors.hasPassword) + factors.enabled.length + passkeys.length
  if (dismissed || methodCount > 1) return null

  function dismiss() {
    withStorage('localStorage', (storage) => storage.setItem(key, '1'))
    setDismissed(true)
  }

  return (
    <Alert tone="note" title={t('security.addMethod')}>
      <p>{t('security.addMethodLead')}</p>
      <p>
        <Button look="quiet" onClick={dismiss}>
          {t('security.notNow')}
        </Button>
      </p>
    </Alert>
  )
}
