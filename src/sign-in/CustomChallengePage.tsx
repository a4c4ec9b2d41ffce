import type { ComponentType } from 'react'
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

type CustomChallenge = ChallengeOf<'custom'>

interface CustomPage {
  /** Whether this page is for a challenge with these public parameters; the first match is shown. */
  matches: (parameters: Record<string, string>) => boolean
  Page: ComponentType<{ challenge: CustomChallenge }>
}

/**
 * Pages for challenges of the pool's CreateAuthChallenge trigger, chosen by its public parameters. Add yours here: it
 * shows `challenge.parameters` and calls `challenge.answer({ answer })`. All others get a text field.
 * https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-create-auth-challenge.html
 */
const customPages: readonly CustomPage[] = [
  { matches: ({ challenge }) => challenge === 'MAGIC_LINK', Page: MagicLinkSentPage },
]

/** CUSTOM_CHALLENGE: shows the page that is registered for it, or a text field. */
export function CustomChallengePage({ challenge }: { challenge: CustomChallenge }) {
  const match = customPages.find(({ matches }) => matches(challenge.parameters))
  const Page = match?.Page ?? TextChallengePage
  // The key resets the form when the trigger sends another question.
  return <Page challenge={challenge} key={JSON.stringify(challenge.parameters)} />
}

/** Waits for the link in the email, which opens in a tab of its own and answers this challenge. */
function MagicLinkSentPage({ challenge }: { challenge: CustomChallenge }) {
  const t = useTranslate()
  const destination = challenge.parameters['CODE_DELIVERY_DESTINATION'] ?? challenge.username
  return (
    <StepPage
      title={t('magicLink.title')}
      lead={t('magicLink.lead', { destination })}
      failed={false}
    >
      <p className="soft">{t('magicLink.stay')}</p>
      <p className="soft small">{t('code.spam')}</p>
    </StepPage>
  )
}

/** Error codes of a wrong answer: Cognito repeats the question, or ends the sign-in. */
const wrongAnswerCodes = new Set(['codeMismatch', 'incorrectCredentials'])

/** Shows the question, if the trigger sends one, and a field for the answer. */
function TextChallengePage({ challenge }: { challenge: CustomChallenge }) {
  const t = useTranslate()
  const { username, parameters } = challenge
  const form = useForm({
    check: (read) => [
      read('answer').trim() === '' && { field: 'answer', message: t('custom.missing') },
    ],
    submit: (read) => challenge.answer({ answer: read('answer').trim() }),
    explain: (error) =>
      error instanceof AuthError && wrongAnswerCodes.has(error.code)
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
