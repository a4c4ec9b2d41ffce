import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { ApiCard } from './ApiCard.tsx'
import { ClaimsCard } from './ClaimsCard.tsx'
import { Facts } from './Facts.tsx'
import { GroupsCard } from './GroupsCard.tsx'
import { claimsQuery } from './queries.ts'
import { signInItems } from './signInItems.ts'

/** What somebody may do, and why: by the tokens, and by the word of the team's own API. */
export function AccessPage() {
  const text = useText()
  const session = useSession()
  const { me } = useConfig().api
  const query = useQuery(claimsQuery(session))
  const [now] = useState(() => Date.now())
  return (
    <Page title={text('access.title')} lead={text('access.lead')}>
      <Card title={text('access.signIn')}>
        <Loaded query={query} rows={4} failed={text('access.failed')}>
          {(claims) => (
            <Facts items={signInItems(claims, { signedInAt: session.signedInAt, now }, text)} />
          )}
        </Loaded>
      </Card>
      <GroupsCard />
      {me !== undefined && <ApiCard address={me} />}
      {query.data && <ClaimsCard claims={query.data} />}
    </Page>
  )
}
