import { useQuery } from '@tanstack/react-query'
import { QueryResult } from '#account/QueryResult.tsx'
import { AccountPage } from '#account/AccountPage.tsx'
import { attributesQuery } from '#account/attributesQuery.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { ContactRow } from './ContactRow.tsx'
import { Details } from './Details.tsx'
import { profileNames } from './profileNames.ts'

/** Profile: email and phone number, and all other attributes. */
export function ProfilePage() {
  const t = useTranslate()
  const config = useConfig()
  const query = useQuery(attributesQuery(useSession()))
  const { name } = config.portal
  // A skeleton of about the final height, so that the page does not jump.
  const expected = new Set(['sub', ...config.signUp.attributes, ...config.profile.attributes])
  return (
    <AccountPage title={t('account.title')} lead={t('profile.lead', { portal: name })}>
      <Card title={t('profile.contacts')}>
        <QueryResult query={query} rows={1} errorTitle={t('account.failed')}>
          {(attributes) => <Contacts attributes={attributes} />}
        </QueryResult>
      </Card>
      {/* The card above already shows the error and the button to retry. */}
      {!query.isError && (
        <Card title={t('account.details')}>
          <QueryResult query={query} rows={expected.size} errorTitle={t('account.failed')}>
            {(attributes) => <Details attributes={attributes} />}
          </QueryResult>
        </Card>
      )}
    </AccountPage>
  )
}

function Contacts({ attributes }: { attributes: Record<string, string> }) {
  const t = useTranslate()
  const config = useConfig()
  const { contacts } = profileNames(attributes, config, t)
  if (contacts.length === 0) return <p className="soft">{t('profile.noContacts')}</p>
  return (
    <dl className="details">
      {contacts.map((contact) => (
        <ContactRow contact={contact} attributes={attributes} key={contact} />
      ))}
    </dl>
  )
}
