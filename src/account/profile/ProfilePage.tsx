import { useQuery } from '@tanstack/react-query'
import { Loaded } from '#account/Loaded.tsx'
import { Page } from '#account/Page.tsx'
import { attributesQuery } from '#account/queries.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { ContactRow } from './ContactRow.tsx'
import { Details } from './Details.tsx'
import { profileNames } from './profileNames.ts'

/** Who the person is to this portal, and how to reach them. */
export function ProfilePage() {
  const text = useText()
  const config = useConfig()
  const query = useQuery(attributesQuery(useSession()))
  const { name } = config.portal
  // As many rows as the pool asks everyone for, so that nothing below moves when they arrive.
  const usual = new Set(['sub', ...config.signUp.attributes, ...config.profile.attributes])
  return (
    <Page title={text('account.title')} lead={text('profile.lead', { portal: name })}>
      <Card title={text('profile.contacts')}>
        <Loaded query={query} rows={1} failed={text('account.failed')}>
          {(attributes) => <Contacts attributes={attributes} />}
        </Loaded>
      </Card>
      {/* The card above has said what went wrong, and can be tried again. */}
      {!query.isError && (
        <Card title={text('account.details')}>
          <Loaded query={query} rows={usual.size} failed={text('account.failed')}>
            {(attributes) => <Details attributes={attributes} />}
          </Loaded>
        </Card>
      )}
    </Page>
  )
}

function Contacts({ attributes }: { attributes: Record<string, string> }) {
  const text = useText()
  const config = useConfig()
  const { contacts } = profileNames(attributes, config, text)
  if (contacts.length === 0) return <p className="soft">{text('profile.noContacts')}</p>
  return (
    <dl className="details">
      {contacts.map((contact) => (
        <ContactRow contact={contact} attributes={attributes} key={contact} />
      ))}
    </dl>
  )
}
