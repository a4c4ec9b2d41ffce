import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'

export function NotFoundPage() {
  const text = useText()
  const { portal } = useConfig()
  const page = text('notFound.title')
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Heading lead={text('notFound.lead')}>{page}</Heading>
      <Link className="button button-primary" to={paths.home}>
        {text('notFound.home')}
      </Link>
    </div>
  )
}
