import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { BarePage } from './BarePage.tsx'

export function NotFoundPage() {
  const text = useText()
  const { portal } = useConfig()
  const page = text('notFound.title')
  return (
    <BarePage title={page} lead={text('notFound.lead')} portal={portal.name}>
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Link className="button button-primary" to={paths.home}>
        {text('notFound.home')}
      </Link>
    </BarePage>
  )
}
