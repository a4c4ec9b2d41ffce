import type { ChallengeOf } from '#auth/state.ts'
import { useNewPasswordForm } from '#challenges/useNewPasswordForm.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { attributeFault, attributeLabel } from '#i18n/attributeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { AttributeField } from '#ui/AttributeField.tsx'
import { attributeProblems, readAttributes } from '#ui/attributeInput.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { StepPage } from './StepPage.tsx'

/** NEW_PASSWORD_REQUIRED: the first sign-in of a user whom an administrator created. */
export function NewPasswordPage({ challenge }: { challenge: ChallengeOf<'newPassword'> }) {
  const t = useTranslate()
  const { passwordPolicy } = useConfig()
  const { username, requiredAttributes: attributes } = challenge
  const form = useNewPasswordForm({
    checkAfter: (read) =>
      attributeProblems(attributes, read, (name, fault) => attributeFault(name, fault, t)),
    submit: (read) =>
      challenge.answer({
        newPassword: read('password'),
        attributes: readAttributes(attributes, read),
      }),
    fields: Object.fromEntries(attributes.map((name) => [name, name])),
    labelOf: (name) => attributeLabel(name, t),
  })
  const lead = attributes.length > 0 ? 'newPassword.leadMore' : 'newPassword.lead'
  return (
    <StepPage
      title={t('newPassword.title')}
      lead={t(lead, { username })}
      failed={form.problems.length > 0}
    >
      <Form form={form} summary>
        <HiddenUsername value={username} />
        <NewPasswordField name="password" label={t('password.newLabel')} policy={passwordPolicy} />
        {attributes.map((name) => (
          <AttributeField key={name} name={name} />
        ))}
        <Button type="submit" pending={form.pending}>
          {t('newPassword.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
