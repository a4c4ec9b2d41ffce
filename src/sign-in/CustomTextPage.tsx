import { AuthError } from '#auth/errors.ts'
import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/** Asked again, or sent back to the beginning. */
const wrong = new Set(['codeMismatch', 'incorrectCredentials'])

/** A custom challenge as text: its question, where it has one, and a field for the answer. */
export function CustomTextPage({ challenge }: { challenge: ChallengeOf<'custom'> }) {
  const t = useTranslate()
  const { username, parameters } = challenge
  const form = useForm({
    check: (read) => [
      read('answer').trim() === '' && { field: 'answer', message: t('custom.missing') },
    ],
    submit: (read) => challenge.answer({ answer: read('answer').trim() }),
    explain: (error) =>
      error instanceof AuthError && wrong.has(error.code)
        ? { field: 'answer', message: t('custom.wrong') }
        : authErrorText(error, t, { startedAgain: 'answer', deviceForgotten: 'answer' }),
  })
  return (
    <StepPage
      title={t('custom.title')}
      lead={t('custom.lead', { username })}
      failed={form.problems.length > 0}
    >
      <Form form={form}>
        <HiddenUsername value={username} />
        <Field
          name="answer"
          label={parameters['question'] ?? t('custom.answer')}
          autoComplete="off"
        />
        <Button type="submit" pending={form.pending}>
          {t('custom.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
