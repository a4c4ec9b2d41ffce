import { useQueryClient } from '@tanstack/react-query'
import { factorsQuery } from '#account/security/securityQueries.ts'
import { AuthError } from '#auth/errors.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { useNewPasswordForm } from '#challenges/useNewPasswordForm.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'

interface ChangePasswordFormProps {
  /** False for users who sign in without a password; they choose their first one. */
  hasPassword: boolean
  onChanged: (password: string) => void
}

/**
 * Changes the password. The current password verifies the user, so the re-authentication dialog is only
 * needed where there is none.
 */
export function ChangePasswordForm({ hasPassword, onChanged }: ChangePasswordFormProps) {
  const t = useTranslate()
  const session = useSession()
  const client = useQueryClient()
  const { passwordPolicy } = useConfig()
  const withRecentSignIn = useWithRecentSignIn()
  const form = useNewPasswordForm({
    checkBefore: (read) => [
      hasPassword &&
        read('current') === '' && { field: 'current', message: t('signIn.passwordMissing') },
    ],
    async submit(read) {
      const ProposedPassword = read('password')
      await withRecentSignIn(() =>
        session.callCognito('ChangePassword', {
          ProposedPassword,
          ...(hasPassword && { PreviousPassword: read('current') }),
        }),
      )
      await client.invalidateQueries(factorsQuery(session))
      onChanged(ProposedPassword)
    },
    fields: { tooManyAttempts: 'current' },
    explain(error) {
      if (!(error instanceof AuthError)) return undefined
      if (error.code === 'recentSignInRequired') return { message: t('changePassword.declined') }
      if (error.code === 'incorrectCredentials') {
        return { field: 'current', message: t('askPassword.wrong') }
      }
      return undefined
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
