import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import type { FormControl } from '#ui/useForm.ts'

interface ResetPasswordFormProps {
  challenge: ChallengeOf<'resetPassword'>
  form: FormControl
}

export function ResetPasswordForm({ challenge, form }: ResetPasswordFormProps) {
  const t = useTranslate()
  const { passwordPolicy } = useConfig()
  return (
    <Form form={form} summary>
      <HiddenUsername value={challenge.username} />
      <CodeField name="code" label={t('code.label')} length={challenge.codeLength} />
      <NewPasswordField name="password" label={t('password.newLabel')} policy={passwordPolicy} />
      <Button type="submit" pending={form.pending}>
        {t('resetPassword.submit')}
      </Button>
    </Form>
  )
}
