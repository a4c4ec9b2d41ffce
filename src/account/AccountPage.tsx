import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { Heading } from '#ui/Heading.tsx'
import { AccountDetails } from './AccountDetails.tsx'
import { GroupList } from './GroupList.tsx'
import { SessionDetails } from './SessionDetails.tsx'

export function AccountPage() {
  const text = useText()
  const { portal } = useConfig()
  const { groups } = useSession()
  const page = text('account.title')
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Heading lead={text('account.lead', { portal: portal.name })}>{page}</Heading>
      <Card title={text('account.details')}>
        <AccountDetails />
      </Card>
      <Card title={text('account.groups')}>
        <GroupList groups={groups} />
      </Card>
      <Card title={text('account.session')}>
        <SessionDetails />
      </Card>
    </div>
  )
}
