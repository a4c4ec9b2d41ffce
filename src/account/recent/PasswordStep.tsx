import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { passwordText } from '#i18n/passwordText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'

export function PasswordStep({ send }: { send: (password: string) => Promise<void> }) {
  const text = useText()
  const { email, username } = useSession()
  const form = useForm({
    check: (read) => [
      read('password') === '' && { field: 'password', message: text('signIn.passwordMissing') },
    ],
    submit: (read) => send(read('password')),
    explain: (error) =>
      error instanceof AuthError && error.code === 'incorrectCredentials'
        ? { field: 'password', message: text('askPassword.wrong') }
        : authErrorText(error, text),
  })
  return (
    <>
      <p>{text('stepUp.lead')}</p>
      <Form form={form} working={text('form.working')}>
        <PasswordField
          name="password"
          label={text('password.label')}
          autoComplete="current-password"
          words={passwordText(text)}
        />
        {/* Last, as a dialog gives the focus to its first field. */}
        <HiddenUsername value={email ?? username} />
        <Button type="submit" pending={form.pending}>
          {text('stepUp.submit')}
        </Button>
      </Form>
      <p className="soft small">{text('stepUp.elsewhere')}</p>
    </>
  )
}
