import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { attributesQuery } from '#account/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { moreIcons } from '#ui/moreIcons.ts'
import { IdentityList } from './IdentityList.tsx'
import { readIdentities } from './readIdentities.ts'

/** The accounts of other services that somebody signs in with. */
export function IdentitiesPage() {
  const text = useText()
  const query = useQuery(attributesQuery(useSession()))
  return (
    <Page title={text('identities.title')} lead={text('identities.lead')}>
      <Card title={text('identities.linked')}>
        <Loaded query={query} rows={1} failed={text('account.failed')}>
          {(attributes) => {
            const identities = readIdentities(attributes['identities'])
            return identities.length > 0 ? (
              <IdentityList identities={identities} />
            ) : (
              <EmptyState
                icon={<Icon shape={moreIcons.globe} />}
                title={text('identities.none')}
                text={text('identities.noneLead')}
              />
            )
          }}
        </Loaded>
      </Card>
    </Page>
  )
}
