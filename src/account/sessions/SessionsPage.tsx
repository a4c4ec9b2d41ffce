import { useQuery } from '@tanstack/react-query'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Card } from '#ui/Card.tsx'
import { sessionsQuery } from './sessionsQuery.ts'
import { SessionDetails } from './SessionDetails.tsx'
import { SessionList } from './SessionList.tsx'
import { SignOutEverywhere } from './SignOutEverywhere.tsx'

/** Lists the user's sessions, if the pool tracks sessions, and offers to end them. */
export function SessionsPage() {
  const t = useTranslate()
  const query = useQuery(sessionsQuery(useSession()))
  return (
    <AccountPage title={t('sessions.title')} lead={t('sessions.lead')}>
      <Card title={t('sessions.here')}>
        <SessionDetails />
      </Card>
      <Card title={t('sessions.all')}>
        <QueryResult query={query} rows={2} errorTitle={t('sessions.failed')}>
          {(result) =>
            result.status === 'tracked' ? (
              <SessionList sessions={result.sessions} />
            ) : (
              <Alert tone="note">{t('sessions.untracked')}</Alert>
            )
          }
        </QueryResult>
      </Card>
      <Card title={t('sessions.everywhere')}>
        <SignOutEverywhere />
      </Card>
    </AccountPage>
  )
}
