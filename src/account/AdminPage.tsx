import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Heading } from '#ui/Heading.tsx'
import { useToast } from '#ui/LiveRegion.tsx'
import { GroupList } from './GroupList.tsx'

/** What an action looks like that a stranger at an unlocked screen must not do. */
function CarefulAction() {
  const t = useTranslate()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()

  async function act() {
    if (await requireRecentSignIn()) toast(t('admin.acted'))
  }

  return (
    <div className="stack-tight">
      <p className="soft">{t('admin.actionLead')}</p>
      <p>
        <Button look="secondary" onClick={() => void act()}>
          {t('admin.act')}
        </Button>
      </p>
    </div>
  )
}

/** What a page for one group looks like: the guard around it does the rest. */
export function AdminPage() {
  const t = useTranslate()
  const { portal } = useConfig()
  const { email, username, groups } = useSession()
  const page = t('admin.title')
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name })}</title>
      <Heading lead={t('admin.lead')}>{page}</Heading>
      <Card title={t('admin.you')}>
        <p>{email ?? username}</p>
      </Card>
      <Card title={t('admin.action')}>
        <CarefulAction />
      </Card>
      <Card title={t('admin.groups')}>
        <GroupList groups={groups} />
      </Card>
    </div>
  )
}
