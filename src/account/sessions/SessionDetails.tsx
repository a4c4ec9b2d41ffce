import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { formatDateTime, formatRelative } from '#i18n/format.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { DetailList } from '#ui/DetailList.tsx'

/** Since when, and until when, this person is signed in here. */
export function SessionDetails() {
  const text = useText()
  const { signedInAt, sessionEndsAt } = useSession()
  const [now] = useState(() => Date.now())
  const when = (epochMs: number) =>
    text('account.when', {
      date: formatDateTime(text, epochMs),
      relative: formatRelative(text, epochMs, now),
    })
  return (
    <DetailList
      items={[
        { key: 'since', term: text('account.signedInAt'), value: when(signedInAt) },
        {
          key: 'until',
          term: text('account.endsAt'),
          value: sessionEndsAt === undefined ? text('account.endsOpen') : when(sessionEndsAt),
        },
      ]}
    />
  )
}
