import { Link } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { formatList } from '#i18n/format.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'

/** Shown to somebody who is signed in, but not a member of what the page is for. */
export function ForbiddenPage({ missingGroups }: { missingGroups: string[] }) {
  const text = useText()
  const { portal } = useConfig()
  const page = text('forbidden.title')
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Heading lead={text('forbidden.lead', { groups: formatList(text, missingGroups) })}>
        {page}
      </Heading>
      <p className="soft">{text('forbidden.help')}</p>
      <p>
        <Link className="button button-primary" to={paths.account}>
          {text('forbidden.account')}
        </Link>
      </p>
    </div>
  )
}
