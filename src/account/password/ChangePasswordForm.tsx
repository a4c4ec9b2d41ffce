import { useQueryClient } from '@tanstack/react-query'
import { factorsQuery } from '#account/security/queries.ts'
import { AuthError } from '#auth/errors.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { unmetRules } from '#ui/passwordRules.ts'
import { useForm } from '#ui/useForm.ts'

interface ChangePasswordFormProps {
  /** Whoever signs in without one may choose a first. */
  hasPassword: boolean
  onChanged: (password: string) => void
}

/**
 * The current password is asked for here: it is the proof that the person is still the one who signed
 * in, and a dialog before it would ask for the same. Who has none proves it in that dialog.
 */
export function ChangePasswordForm({ hasPassword, onChanged }: ChangePasswordFormProps) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const { passwordPolicy } = useConfig()
  const requireRecentSignIn = useRequireRecentSignIn()
  const form = useForm({
    check: (read) => [
      hasPassword &&
        read('current') === '' && { field: 'current', message: t('signIn.passwordMissing') },
      unmetRules(read('password'), passwordPolicy).length > 0 && {
        field: 'password',
        message: t(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
      },
    ],
    async submit(read) {
      if (!hasPassword && !(await requireRecentSignIn())) throw new Declined()
      const ProposedPassword = read('password')
      await session.callCognito('ChangePassword', {
        ProposedPassword,
        ...(hasPassword && { PreviousPassword: read('current') }),
      })
      await client.invalidateQueries(factorsQuery(session))
      onChanged(ProposedPassword)
    },
    explain(error) {
      if (error instanceof Declined) return { message: t('changePassword.declined') }
      if (error instanceof AuthError && error.code === 'incorrectCredentials') {
        return { field: 'current', message: t('askPassword.wrong') }
      }
      return authErrorText(error, t, {
        tooManyAttempts: 'current',
        passwordTooWeak: 'password',
        passwordUsedBefore: 'password',
      })
    },
  })
  return (
    <Form form={form} summary>
      <HiddenUsername value={session.email ?? session.username} />
      {hasPassword ? (
        <PasswordField
          name="current"
          label={t('changePassword.current')}
          autoComplete="current-password"
        />
      ) : (
        <p>{t('changePassword.none')}</p>
      )}
      <NewPasswordField name="password" label={t('password.newLabel')} policy={passwordPolicy} />
      <Button type="submit" pending={form.pending}>
        {t('changePassword.submit')}
      </Button>
    </Form>
  )
}

/** The person did not prove that it is them. */
class Declined extends Error {}
