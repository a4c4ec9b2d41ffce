import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { newPasswordText } from '#i18n/newPasswordText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
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
  const text = useText()
  const { passwordPolicy } = useConfig()
  return (
    <Form form={form} summary={text('form.problem')} working={text('form.working')}>
      <HiddenUsername value={challenge.username} />
      <CodeField name="code" label={text('code.label')} length={challenge.codeLength} />
      <NewPasswordField
        name="password"
        label={text('password.newLabel')}
        policy={passwordPolicy}
        words={newPasswordText(text, passwordPolicy)}
      />
      <Button type="submit" pending={form.pending}>
        {text('resetPassword.submit')}
      </Button>
    </Form>
  )
}
