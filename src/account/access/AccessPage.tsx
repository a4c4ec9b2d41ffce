import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { ApiCard } from './ApiCard.tsx'
import { ClaimsCard } from './ClaimsCard.tsx'
import { DetailItems } from './DetailItems.tsx'
import { GroupsCard } from './GroupsCard.tsx'
import { claimsQuery } from './accessQueries.ts'
import { signInItems } from './signInItems.ts'

/** Shows the user's permissions: sign-in, groups and claims of the tokens, and the answer of the team's API. */
export function AccessPage() {
  const t = useTranslate()
  const session = useSession()
  const { me } = useConfig().api
  const query = useQuery(claimsQuery(session))
  const [now] = useState(() => Date.now())
  return (
    <AccountPage title={t('access.title')} lead={t('access.lead')}>
      <Card title={t('access.signIn')}>
        <QueryResult query={query} rows={4} errorTitle={t('access.failed')}>
          {(claims) => (
            <DetailItems items={signInItems(claims, { signedInAt: session.signedInAt, now }, t)} />
          )}
        </QueryResult>
      </Card>
      <GroupsCard />
      {me !== undefined && <ApiCard address={me} />}
      {query.data && <ClaimsCard claims={query.data} />}
    </AccountPage>
  )
}
