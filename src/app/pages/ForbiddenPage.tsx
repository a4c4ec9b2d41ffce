import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { formatList } from '#i18n/format.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'

/** Shown to signed-in users who are not in a group that the page requires. */
export function ForbiddenPage({ missingGroups }: { missingGroups: string[] }) {
  const t = useTranslate()
  const { portal } = useConfig()
  const page = t('forbidden.title')
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name })}</title>
      <Heading lead={t('forbidden.lead', { groups: formatList(t, missingGroups) })}>{page}</Heading>
      <p className="soft">{t('forbidden.help')}</p>
      <p>
        <Link className="button button-primary" to={paths.account}>
          {t('forbidden.account')}
        </Link>
      </p>
    </div>
  )
}
