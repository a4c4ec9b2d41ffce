import type { ReactNode } from 'react'
import { AuthError } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'
import type { ChallengeFormProps } from './challengeFormProps.ts'

interface PasswordFormProps extends ChallengeFormProps {
  username: string
  lead: string
  onSubmit: (password: string) => Promise<void>
  submitLabel: string
  /** Element beside the label, such as a link to the recovery page. */
  aside?: ReactNode
}

/** Asks for the current password of a user whose username was given before. */
export function PasswordForm(props: PasswordFormProps) {
  const { username, lead, onSubmit, submitLabel, aside, Frame, tryAnotherMethod } = props
  const t = useTranslate()
  const form = useForm({
    check: (read) => [
      read('password') === '' && { field: 'password', message: t('signIn.passwordMissing') },
    ],
    submit: (read) => onSubmit(read('password')),
    explain: (error) =>
      error instanceof AuthError && error.code === 'incorrectCredentials'
        ? { field: 'password', message: t('askPassword.wrong') }
        : authErrorText(error, t),
  })
  return (
    <Frame
      title={t('askPassword.title')}
      lead={lead}
      failed={form.problems.length > 0}
      tryAnotherMethod={tryAnotherMethod}
    >
      <Form form={form}>
        <PasswordField
          name="password"
          label={t('password.label')}
          autoComplete="current-password"
          aside={aside}
        />
        <HiddenUsername value={username} />
        <Button type="submit" pending={form.pending}>
          {submitLabel}
        </Button>
      </Form>
    </Frame>
  )
}
