import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Confirm } from '#account/Confirm.tsx'
import { forEachOf } from '#account/forEachOf.ts'
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
import { sessionsQuery, type UserSession } from './queries.ts'
import { activityOf, deviceOf } from './sessionText.ts'

/** One, or all the others, of which the person wants an end. */
type Ending = UserSession | 'others'

export function SessionList({ sessions }: { sessions: UserSession[] }) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const toast = useToast()
  const [now] = useState(() => Date.now())
  const [ending, setEnding] = useState<Ending>()
  const others = sessions.filter(({ IsCurrentSession }) => !IsCurrentSession)

  const revoke = ({ SessionId }: UserSession) =>
    session.callCognito('RevokeUserSession', { SessionId }).catch((error: unknown) => {
      // It is over, which is what was wanted.
      if (!(error instanceof AuthError) || error.code !== 'gone') throw error
    })

  async function end() {
    if (ending === undefined) return
    try {
      await forEachOf(ending === 'others' ? others : [ending], revoke)
    } finally {
      await client.invalidateQueries(sessionsQuery(session))
    }
    toast(t(ending === 'others' ? 'sessions.othersEnded' : 'sessions.ended'))
    setEnding(undefined)
  }

  return (
    <div className="stack-tight">
      <RowList label={t('sessions.all')}>
        {sessions.map((one) => {
          const device = deviceOf(one, t)
          return (
            <Row
              key={one.SessionId}
              media={<Icon shape={icons.desktop} />}
              title={<bdi>{device}</bdi>}
              badge={one.IsCurrentSession && <Badge tone="good">{t('sessions.this')}</Badge>}
              description={activityOf(one, t, now)}
              actions={
                !one.IsCurrentSession && (
                  <Button look="quiet" onClick={() => setEnding(one)}>
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
          <Button look="secondary" onClick={() => setEnding('others')}>
            {t('sessions.endOthers')}
          </Button>
        </p>
      )}
      <Confirm
        open={ending !== undefined}
        onClose={() => setEnding(undefined)}
        title={t(ending === 'others' ? 'sessions.endOthersTitle' : 'sessions.endTitle')}
        action={t('sessions.end')}
        onConfirm={end}
      >
        <p>
          {ending === 'others' || ending === undefined
            ? t('sessions.endOthersLead')
            : t('sessions.endLead', { device: deviceOf(ending, t) })}
        </p>
      </Confirm>
    </div>
  )
}
