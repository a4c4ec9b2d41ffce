import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { formatDateTime, formatRelative } from '#i18n/format.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { DetailList } from '#ui/DetailList.tsx'

/** Start and end of the session in this browser. */
export function SessionDetails() {
  const t = useTranslate()
  const { signedInAt, sessionEndsAt } = useSession()
  const [now] = useState(() => Date.now())
  const when = (epochMs: number) =>
    t('account.when', {
      date: formatDateTime(t, epochMs),
      relative: formatRelative(t, epochMs, now),
    })
  return (
    <DetailList
      items={[
        { key: 'since', term: t('account.signedInAt'), value: when(signedInAt) },
        {
          key: 'until',
          term: t('account.endsAt'),
          value: sessionEndsAt === undefined ? t('account.endsOpen') : when(sessionEndsAt),
        },
      ]}
    />
  )
}
