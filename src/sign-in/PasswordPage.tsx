import { Link, useLocation } from 'react-router-dom'
import { AuthError } from '#auth/errors.ts'
import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { passwordText } from '#i18n/passwordText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/** The password of somebody who began with the name. */
export function PasswordPage({ challenge }: { challenge: ChallengeOf<'password'> }) {
  const text = useText()
  const { search } = useLocation()
  const { username, otherWays, otherWay } = challenge
  const form = useForm({
    check: (read) => [
      read('password') === '' && { field: 'password', message: text('signIn.passwordMissing') },
    ],
    submit: (read) => challenge.answer({ password: read('password') }),
    explain: (error) =>
      error instanceof AuthError && error.code === 'incorrectCredentials'
        ? { field: 'password', message: text('askPassword.wrong') }
        : authErrorText(error, text),
  })
  return (
    <StepPage
      title={text('askPassword.title')}
      lead={text('askPassword.lead', { username })}
      failed={form.problems.length > 0}
      otherWay={otherWays ? otherWay : undefined}
    >
      <Form form={form} working={text('form.working')}>
        <HiddenUsername value={username} />
        <PasswordField
          name="password"
          label={text('password.label')}
          autoComplete="current-password"
          words={passwordText(text)}
          aside={
            <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
              {text('signIn.forgot')}
            </Link>
          }
        />
        <Button type="submit" pending={form.pending}>
          {text('askPassword.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
