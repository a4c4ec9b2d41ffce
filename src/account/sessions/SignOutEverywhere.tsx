import { useState } from 'react'
import { ConfirmDialog } from '#account/ConfirmDialog.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'

/** Ends every session, this one too, for users who have lost a device. */
export function SignOutEverywhere() {
  const t = useTranslate()
  const session = useSession()
  const [confirming, setConfirming] = useState(false)
  return (
    <div className="stack-tight">
      <p className="soft">{t('sessions.everywhereLead')}</p>
      <p>
        <Button look="secondary" onClick={() => setConfirming(true)}>
          {t('sessions.signOutEverywhere')}
        </Button>
      </p>
      <ConfirmDialog
        open={confirming}
        onClose={() => setConfirming(false)}
        title={t('sessions.everywhereTitle')}
        action={t('sessions.signOutEverywhere')}
        onConfirm={() => session.signOutEverywhere()}
      >
        <p>{t('sessions.everywhereConfirm')}</p>
      </ConfirmDialog>
    </div>
  )
}
