import { Link, useLocation } from 'react-router-dom'
import { AuthError } from '#auth/errors.ts'
import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/** The password of somebody who began with the name. */
export function PasswordPage({ challenge }: { challenge: ChallengeOf<'password'> }) {
  const t = useTranslate()
  const { search } = useLocation()
  const { username, hasAlternatives, tryAnotherMethod } = challenge
  const form = useForm({
    check: (read) => [
      read('password') === '' && { field: 'password', message: t('signIn.passwordMissing') },
    ],
    submit: (read) => challenge.answer({ password: read('password') }),
    explain: (error) =>
      error instanceof AuthError && error.code === 'incorrectCredentials'
        ? { field: 'password', message: t('askPassword.wrong') }
        : authErrorText(error, t),
  })
  return (
    <StepPage
      title={t('askPassword.title')}
      lead={t('askPassword.lead', { username })}
      failed={form.problems.length > 0}
      tryAnotherMethod={hasAlternatives ? tryAnotherMethod : undefined}
    >
      <Form form={form}>
        <HiddenUsername value={username} />
        <PasswordField
          name="password"
          label={t('password.label')}
          autoComplete="current-password"
          aside={
            <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
              {t('signIn.forgot')}
            </Link>
          }
        />
        <Button type="submit" pending={form.pending}>
          {t('askPassword.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
