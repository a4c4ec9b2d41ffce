import { useEffect } from 'react'
import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { DetailList } from '#ui/DetailList.tsx'
import { Heading } from '#ui/Heading.tsx'

/** Names a challenge that this app has no page for, so that the user can report it to support. */
export function UnsupportedChallengePage({ challenge }: { challenge: ChallengeOf<'unsupported'> }) {
  const t = useTranslate()
  const { portal } = useConfig()
  const { search } = useLocation()
  const page = t('unsupported.title')
  const { challengeName } = challenge

  useEffect(() => {
    // Reported to the operator's error monitor like any other error.
    reportError(new Error(`This portal has no screen for the challenge ${challengeName}`))
  }, [challengeName])

  const name = <span className="mono">{challengeName}</span>
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name })}</title>
      <Heading lead={t('unsupported.lead')}>{page}</Heading>
      <DetailList
        items={[
          { key: 'username', term: t('form.username'), value: challenge.username },
          { key: 'name', term: t('unsupported.name'), value: name },
        ]}
      />
      <p className="soft">{t('unsupported.help')}</p>
      <Link className="button button-primary" to={{ pathname: paths.signIn, search }}>
        {t('form.backToSignIn')}
      </Link>
      {portal.supportUrl !== undefined && (
        <a className="button button-secondary" href={portal.supportUrl}>
          {t('shell.support')}
        </a>
      )}
    </div>
  )
}
