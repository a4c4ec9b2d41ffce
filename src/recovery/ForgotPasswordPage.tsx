import { Link, useLocation } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { useForm } from '#ui/useForm.ts'
import { UsernameField } from '#ui/UsernameField.tsx'

/** The username typed on the sign-in page, if the link there led here. */
function usernameFrom(state: unknown): string {
  const hasUsername = typeof state === 'object' && state !== null && 'username' in state
  return hasUsername && typeof state.username === 'string' ? state.username : ''
}

export function ForgotPasswordPage() {
  const t = useTranslate()
  const auth = useAuth()
  const { portal } = useConfig()
  const location = useLocation()

  const form = useForm({
    check: (read) => [
      read('username').trim() === '' && {
        field: 'username',
        message: t('signIn.usernameMissing'),
      },
    ],
    submit: (read) => auth.forgotPassword(read('username').trim()),
    explain: (error) => authErrorText(error, t, { Username: 'username' }),
  })
  const page = t('forgotPassword.title')

  return (
    <div className="page" onFocus={auth.prepareSignIn}>
      <title>{pageTitle(t, { page, portal: portal.name, failed: form.problems.length > 0 })}</title>
      <Heading lead={t('forgotPassword.lead')}>{page}</Heading>
      <Form form={form}>
        <UsernameField label={t('form.username')} defaultValue={usernameFrom(location.state)} />
        <Button type="submit" pending={form.pending}>
          {t('forgotPassword.submit')}
        </Button>
      </Form>
      <p className="small">
        <Link to={{ pathname: paths.signIn, search: location.search }}>
          {t('form.backToSignIn')}
        </Link>
      </p>
    </div>
  )
}
