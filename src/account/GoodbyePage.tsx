import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'

/** The last page of an account that is no more. */
export function GoodbyePage() {
  const text = useText()
  const portal = useConfig().portal.name
  const page = text('goodbye.title')
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal })}</title>
      <Heading lead={text('goodbye.lead', { portal })}>{page}</Heading>
      <Link className="button button-primary" to={paths.signIn}>
        {text('goodbye.signIn')}
      </Link>
    </div>
  )
}
