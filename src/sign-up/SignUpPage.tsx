import { Link, useLocation } from 'react-router-dom'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'
import { SignUpForm } from './SignUpForm.tsx'

export function SignUpPage() {
  const { signUp } = useConfig()
  return signUp.enabled ? <SignUpForm /> : <SignUpClosed />
}

function SignUpClosed() {
  const text = useText()
  const { portal } = useConfig()
  const { search } = useLocation()
  const page = text('signUp.closedTitle')
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name })}</title>
      <Heading lead={text('signUp.closed')}>{page}</Heading>
      <Link className="button button-primary" to={{ pathname: paths.signIn, search }}>
        {text('form.backToSignIn')}
      </Link>
    </div>
  )
}
