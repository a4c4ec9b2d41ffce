import { useQuery } from '@tanstack/react-query'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { EmptyState } from '#ui/EmptyState.tsx'
import { Icon } from '#ui/Icon.tsx'
import { icons } from '#ui/icons.ts'
import { IdentityList } from './IdentityList.tsx'
import { readIdentities } from './readIdentities.ts'

/** Lists the linked identities, such as the user's Google account. */
export function IdentitiesPage() {
  const t = useTranslate()
  const query = useQuery(attributesQuery(useSession()))
  return (
    <AccountPage title={t('identities.title')} lead={t('identities.lead')}>
      <Card title={t('identities.linked')}>
        <QueryResult query={query} rows={1} errorTitle={t('account.failed')}>
          {(attributes) => {
            const identities = readIdentities(attributes['identities'])
            return identities.length > 0 ? (
              <IdentityList identities={identities} />
            ) : (
              <EmptyState
                icon={<Icon shape={icons.globe} />}
                title={t('identities.none')}
                text={t('identities.noneLead')}
              />
            )
          }}
        </QueryResult>
      </Card>
    </AccountPage>
  )
}
