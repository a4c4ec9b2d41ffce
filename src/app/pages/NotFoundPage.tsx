import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'

export function NotFoundPage() {
  const t = useTranslate()
  const { portal } = useConfig()
  const page = t('notFound.title')
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name })}</title>
      <Heading lead={t('notFound.lead')}>{page}</Heading>
      <Link className="button button-primary" to={paths.home}>
        {t('notFound.home')}
      </Link>
    </div>
  )
}
