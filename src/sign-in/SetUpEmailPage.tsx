import type { ChallengeOf } from '#auth/state.ts'
import { attributeFault, attributeLabel } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { AttributeField } from '#ui/AttributeField.tsx'
import { attributeProblems, readAttributes } from '#ui/attributeInput.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

const attributes = ['email']

/** MFA_SETUP: asks for the email address that future codes are sent to. */
export function SetUpEmailPage({ challenge }: { challenge: ChallengeOf<'setUpEmail'> }) {
  const t = useTranslate()
  const { hasAlternatives, tryAnotherMethod } = challenge
  const form = useForm({
    check: (read) =>
      attributeProblems(attributes, read, (name, fault) => attributeFault(name, fault, t)),
    submit: (read) => challenge.answer({ email: readAttributes(attributes, read)['email'] ?? '' }),
    explain: (error) =>
      authErrorText(error, t, { email: 'email', EMAIL: 'email', aliasTaken: 'email' }, (name) =>
        attributeLabel(name, t),
      ),
  })
  return (
    <StepPage
      title={t('setUpEmail.title')}
      lead={t('setUpEmail.lead')}
      failed={form.problems.length > 0}
      tryAnotherMethod={hasAlternatives ? tryAnotherMethod : undefined}
    >
      <Form form={form}>
        <AttributeField name="email" />
        <Button type="submit" pending={form.pending}>
          {t('setUpEmail.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
