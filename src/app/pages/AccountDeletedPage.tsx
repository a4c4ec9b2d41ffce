import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'

/** Confirms that the account is deleted. */
export function AccountDeletedPage() {
  const t = useTranslate()
  const portal = useConfig().portal.name
  const page = t('accountDeleted.title')
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal })}</title>
      <Heading lead={t('accountDeleted.lead', { portal })}>{page}</Heading>
      <Link className="button button-primary" to={paths.signIn}>
        {t('accountDeleted.signIn')}
      </Link>
    </div>
  )
}
