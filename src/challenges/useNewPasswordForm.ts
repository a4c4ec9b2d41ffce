import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { unmetRules } from '#ui/passwordRules.ts'
import { useForm, type FormControl, type Problem, type Read } from '#ui/useForm.ts'

interface NewPasswordFormOptions {
  /** False where the form has no password field (a sign-up without one). */
  hasPassword?: boolean
  /** Problems of the fields above the password. */
  checkBefore?: (read: Read) => (Problem | false)[]
  /** Problems of the fields below it. */
  checkAfter?: (read: Read) => (Problem | false)[]
  submit: (read: Read) => Promise<void>
  /** Other fields of the form, by error code or by Cognito's name of the member. */
  fields?: Record<string, string>
  /** Labels of attributes, where the form asks for some. */
  labelOf?: (attribute: string) => string
  /** Explains errors that only this form knows; undefined leaves them to the usual messages. */
  explain?: (error: unknown) => Problem | undefined
}

/**
 * Form with a field `password` for a new password under the pool's policy.
 *
 * @example
 * const form = useNewPasswordForm({
 *   submit: (read) => challenge.answer({ code: read('code'), newPassword: read('password') }),
 *   fields: { codeMismatch: 'code' },
 * })
 */
export function useNewPasswordForm({
  hasPassword = true,
  checkBefore = () => [],
  checkAfter = () => [],
  submit,
  fields = {},
  labelOf,
  explain = () => undefined,
}: NewPasswordFormOptions): FormControl {
  const t = useTranslate()
  const { passwordPolicy } = useConfig()
  return useForm({
    check: (read) => [
      ...checkBefore(read),
      hasPassword &&
        unmetRules(read('password'), passwordPolicy).length > 0 && {
          field: 'password',
          message: t(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
        },
      ...checkAfter(read),
    ],
    submit,
    explain: (error) =>
      explain(error) ??
      authErrorText(
        error,
        t,
        {
          Password: 'password',
          NEW_PASSWORD: 'password',
          passwordTooWeak: 'password',
          passwordCompromised: 'password',
          passwordUsedBefore: 'password',
          ...fields,
        },
        labelOf,
      ),
  })
}
