import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'

export function PasswordStep({ send }: { send: (password: string) => Promise<void> }) {
  const t = useTranslate()
  const { email, username } = useSession()
  const form = useForm({
    check: (read) => [
      read('password') === '' && { field: 'password', message: t('signIn.passwordMissing') },
    ],
    submit: (read) => send(read('password')),
    explain: (error) =>
      error instanceof AuthError && error.code === 'incorrectCredentials'
        ? { field: 'password', message: t('askPassword.wrong') }
        : authErrorText(error, t),
  })
  return (
    <>
      <p>{t('stepUp.lead')}</p>
      <Form form={form}>
        <PasswordField
          name="password"
          label={t('password.label')}
          autoComplete="current-password"
        />
        {/* Last, as a dialog gives the focus to its first field. */}
        <HiddenUsername value={email ?? username} />
        <Button type="submit" pending={form.pending}>
          {t('stepUp.submit')}
        </Button>
      </Form>
      <p className="soft small">{t('stepUp.elsewhere')}</p>
    </>
  )
}
