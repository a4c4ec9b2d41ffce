import { useEffect } from 'react'
import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { DetailList } from '#ui/DetailList.tsx'
import { Heading } from '#ui/Heading.tsx'

/** The pool asks for a step that has no screen. Names it, so that somebody can be told. */
export function UnsupportedChallengePage({ challenge }: { challenge: ChallengeOf<'unsupported'> }) {
  const text = useText()
  const { portal } = useConfig()
  const { search } = useLocation()
  const page = text('unsupported.title')
  const { challengeName } = challenge

  useEffect(() => {
    // For whoever looks after the portal: an error monitor gets it like any other error.
    reportError(new Error(`This portal has no screen for the challenge ${challengeName}`))
  }, [challengeName])

  const name = <span className="mono">{challengeName}</span>
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Heading lead={text('unsupported.lead')}>{page}</Heading>
      <DetailList
        items={[
          { key: 'username', term: text('form.username'), value: challenge.username },
          { key: 'name', term: text('unsupported.name'), value: name },
        ]}
      />
      <p className="soft">{text('unsupported.help')}</p>
      <Link className="button button-primary" to={{ pathname: paths.signIn, search }}>
        {text('form.backToSignIn')}
      </Link>
      {portal.supportUrl !== undefined && (
        <a className="button button-secondary" href={portal.supportUrl}>
          {text('shell.support')}
        </a>
      )}
    </div>
  )
}
