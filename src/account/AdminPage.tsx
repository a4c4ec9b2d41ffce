import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Heading } from '#ui/Heading.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { GroupList } from './GroupList.tsx'

/** What an action looks like that a stranger at an unlocked screen must not do. */
function CarefulAction() {
  const text = useText()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()

  async function act() {
    if (await requireRecentSignIn()) toast(text('admin.acted'))
  }

  return (
    <div className="stack-tight">
      <p className="soft">{text('admin.actionLead')}</p>
      <p>
        <Button look="secondary" onClick={() => void act()}>
          {text('admin.act')}
        </Button>
      </p>
    </div>
  )
}

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
      <Card title={text('admin.action')}>
        <CarefulAction />
      </Card>
      <Card title={text('admin.groups')}>
        <GroupList groups={groups} />
      </Card>
    </div>
  )
}
