import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { BadgeList } from '#ui/BadgeList.tsx'
import { Button } from '#ui/Button.tsx'
import { Card } from '#ui/Card.tsx'
import { Heading } from '#ui/Heading.tsx'
import { useToast } from '#ui/LiveRegion.tsx'

/** Example of an action that asks for a recent sign-in first. */
function CarefulAction() {
  const t = useTranslate()
  const toast = useToast()
  const requireRecentSignIn = useRequireRecentSignIn()

  async function runAction() {
    if (await requireRecentSignIn()) toast(t('admin.acted'))
  }

  return (
    <div className="stack-tight">
      <p className="soft">{t('admin.actionLead')}</p>
      <p>
        <Button look="secondary" onClick={() => void runAction()}>
          {t('admin.act')}
        </Button>
      </p>
    </div>
  )
}

/** Example of a page for one group; `RequireGroup` around it keeps others out. */
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
        <BadgeList items={groups} />
      </Card>
    </div>
  )
}
