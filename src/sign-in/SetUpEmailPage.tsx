import type { ChallengeOf } from '#auth/state.ts'
import { attributeFault, attributeLabel, attributeText } from '#i18n/attributeText.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { AttributeField } from '#ui/AttributeField.tsx'
import { attributeProblems, readAttributes } from '#ui/attributeInput.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

const asked = ['email']

/** MFA_SETUP: the address that codes are sent to from now on. */
export function SetUpEmailPage({ challenge }: { challenge: ChallengeOf<'setUpEmail'> }) {
  const text = useText()
  const { otherWays, otherWay } = challenge
  const form = useForm({
    check: (read) =>
      attributeProblems(asked, read, (name, fault) => attributeFault(name, fault, text)),
    submit: (read) => challenge.answer({ email: readAttributes(asked, read)['email'] ?? '' }),
    explain: (error) =>
      authErrorText(error, text, { email: 'email', EMAIL: 'email', aliasTaken: 'email' }, (name) =>
        attributeLabel(name, text),
      ),
  })
  return (
    <StepPage
      title={text('setUpEmail.title')}
      lead={text('setUpEmail.lead')}
      failed={form.problems.length > 0}
      otherWay={otherWays ? otherWay : undefined}
    >
      <Form form={form} working={text('form.working')}>
        <AttributeField name="email" {...attributeText('email', text)} />
        <Button type="submit" pending={form.pending}>
          {text('setUpEmail.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
