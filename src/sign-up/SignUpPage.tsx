import { Link, useLocation } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'
import { SignUpForm } from './SignUpForm.tsx'

export function SignUpPage() {
  const { signUp } = useConfig()
  return signUp.enabled ? <SignUpForm /> : <SignUpClosed />
}

function SignUpClosed() {
  const t = useTranslate()
  const { portal } = useConfig()
  const { search } = useLocation()
  const page = t('signUp.closedTitle')
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name })}</title>
      <Heading lead={t('signUp.closed')}>{page}</Heading>
      <Link className="button button-primary" to={{ pathname: paths.signIn, search }}>
        {t('form.backToSignIn')}
      </Link>
    </div>
  )
}
