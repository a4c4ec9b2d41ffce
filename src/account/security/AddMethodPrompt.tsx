import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { withStorage } from '#storage.ts'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import type { Factors, Passkey } from './queries.ts'

/** Until it is told "not now", on this device: a second way in is missed when it is too late. */
export function AddMethodPrompt({ factors, passkeys }: { factors: Factors; passkeys: Passkey[] }) {
  const t = useTranslate()
  const { userId } = useSession()
  const key = `gatehouse.nudged.${userId}`
  const [told, setTold] = useState(
    () => withStorage('localStorage', (storage) => storage.getItem(key) ?? undefined) !== undefined,
  )
  const ways = Number(factors.password) + factors.on.length + passkeys.length
  if (told || ways > 1) return null

  function notNow() {
    withStorage('localStorage', (storage) => storage.setItem(key, '1'))
    setTold(true)
  }

  return (
    <Alert tone="note" title={t('security.addMethod')}>
      <p>{t('security.addMethodLead')}</p>
      <p>
        <Button look="quiet" onClick={notNow}>
          {t('security.notNow')}
        </Button>
      </p>
    </Alert>
  )
}
