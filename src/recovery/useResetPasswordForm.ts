import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { unmetRules } from '#ui/passwordRules.ts'
import { useForm, type FormControl } from '#ui/useForm.ts'

export function useResetPasswordForm(challenge: ChallengeOf<'resetPassword'>): FormControl {
  const t = useTranslate()
  const { passwordPolicy } = useConfig()
  return useForm({
    check: (read) => {
      const message = codeFault(t, read('code'))
      return [
        message !== undefined && { field: 'code', message },
        unmetRules(read('password'), passwordPolicy).length > 0 && {
          field: 'password',
          message: t(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
        },
      ]
    },
    submit: (read) => challenge.answer({ code: read('code'), newPassword: read('password') }),
    explain: (error) =>
      authErrorText(error, t, {
        codeMismatch: 'code',
        codeExpired: 'code',
        ConfirmationCode: 'code',
        passwordTooWeak: 'password',
        passwordUsedBefore: 'password',
        Password: 'password',
      }),
  })
}
