import { useState } from 'react'
import { Confirm } from '#account/Confirm.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'

/** For whoever has lost a device, or cannot tell: every session ends, this one too. */
export function SignOutEverywhere() {
  const t = useTranslate()
  const session = useSession()
  const [asking, setAsking] = useState(false)
  return (
    <div className="stack-tight">
      <p className="soft">{t('sessions.everywhereLead')}</p>
      <p>
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('sessions.signOutEverywhere')}
        </Button>
      </p>
      <Confirm
        open={asking}
        onClose={() => setAsking(false)}
        title={t('sessions.everywhereTitle')}
        action={t('sessions.signOutEverywhere')}
        onConfirm={() => session.signOutEverywhere()}
      >
        <p>{t('sessions.everywhereConfirm')}</p>
      </Confirm>
    </div>
  )
}
