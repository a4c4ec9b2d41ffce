import { useSession } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Card } from '#ui/Card.tsx'
import { Heading } from '#ui/Heading.tsx'
import { GroupList } from './GroupList.tsx'

/** What a page for one group looks like: the guard around it does the rest. */
export function AdminPage() {
  const text = useText()
  const { portal } = useConfig()
  const { email, username, groups } = useSession()
  const page = text('admin.title')
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Heading lead={text('admin.lead')}>{page}</Heading>
      <Card title={text('admin.you')}>
        <p>{email ?? username}</p>
      </Card>
      <Card title={text('admin.groups')}>
        <GroupList groups={groups} />
      </Card>
    </div>
  )
}
