import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Card } from '#ui/Card.tsx'
import { sessionsQuery } from './queries.ts'
import { SessionDetails } from './SessionDetails.tsx'
import { SessionList } from './SessionList.tsx'
import { SignOutEverywhere } from './SignOutEverywhere.tsx'

/** Where somebody is signed in, as far as the pool keeps account of it. */
export function SessionsPage() {
  const text = useText()
  const query = useQuery(sessionsQuery(useSession()))
  return (
    <Page title={text('sessions.title')} lead={text('sessions.lead')}>
      <Card title={text('sessions.here')}>
        <SessionDetails />
      </Card>
      <Card title={text('sessions.all')}>
        <Loaded query={query} rows={2} failed={text('sessions.failed')}>
          {(found) =>
            found.tracked ? (
              <SessionList sessions={found.sessions} />
            ) : (
              <Alert tone="note">{text('sessions.untracked')}</Alert>
            )
          }
        </Loaded>
      </Card>
      <Card title={text('sessions.everywhere')}>
        <SignOutEverywhere />
      </Card>
    </Page>
  )
}
