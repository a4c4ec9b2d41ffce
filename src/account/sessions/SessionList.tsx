import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ConfirmDialog } from '#account/ConfirmDialog.tsx'
import { runSequentially } from '#account/runSequentially.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Badge } from '#ui/Badge.tsx'
import { Button } from '#ui/Button.tsx'
import { Icon } from '#ui/Icon.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { icons } from '#ui/icons.ts'
import { Row } from '#ui/Row.tsx'
import { RowList } from '#ui/RowList.tsx'
import { sessionsQuery, type UserSession } from './sessionsQuery.ts'
import { activityText, deviceText } from './sessionText.ts'

/** The session that the dialog asks about, or all but the current one. */
type EndTarget = UserSession | 'others'

export function SessionList({ sessions }: { sessions: UserSession[] }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const [now] = useState(() => Date.now())
  const [toEnd, setToEnd] = useState<EndTarget>()
  const others = sessions.filter(({ IsCurrentSession }) => !IsCurrentSession)

  const revoke = ({ SessionId }: UserSession) =>
    session.callCognito('RevokeUserSession', { SessionId }).catch((error: unknown) => {
      // Ended already, for example from another device.
      if (!(error instanceof AuthError) || error.code !== 'gone') throw error
    })

  async function end() {
    if (toEnd === undefined) return
    try {
      await runSequentially(toEnd === 'others' ? others : [toEnd], revoke)
    } finally {
      await client.invalidateQueries(sessionsQuery(session))
    }
    toast(t(toEnd === 'others' ? 'sessions.othersEnded' : 'sessions.ended'))
    setToEnd(undefined)
  }

  return (
    <div className="stack-tight">
      <RowList label={t('sessions.all')}>
        {sessions.map((listed) => {
          const device = deviceText(listed, t)
          return (
            <Row
              key={listed.SessionId}
              media={<Icon shape={icons.desktop} />}
              title={<bdi>{device}</bdi>}
              badge={listed.IsCurrentSession && <Badge tone="good">{t('sessions.this')}</Badge>}
              description={activityText(listed, t, now)}
              actions={
                !listed.IsCurrentSession && (
                  <Button look="quiet" onClick={() => setToEnd(listed)}>
                    {t('sessions.end')}
                    <span className="visually-hidden">: {device}</span>
                  </Button>
                )
              }
            />
          )
        })}
      </RowList>
      {others.length > 1 && (
        <p>
          <Button look="secondary" onClick={() => setToEnd('others')}>
            {t('sessions.endOthers')}
          </Button>
        </p>
      )}
      <ConfirmDialog
        open={toEnd !== undefined}
        onClose={() => setToEnd(undefined)}
        title={t(toEnd === 'others' ? 'sessions.endOthersTitle' : 'sessions.endTitle')}
        action={t('sessions.end')}
        onConfirm={end}
      >
        <p>
          {toEnd === 'others' || toEnd === undefined
            ? t('sessions.endOthersLead')
            : t('sessions.endLead', { device: deviceText(toEnd, t) })}
        </p>
      </ConfirmDialog>
    </div>
  )
}
