import type { ChallengeOf } from '#auth/state.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault, codeSentText } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/** EMAIL_OTP, SMS_OTP, SMS_MFA: a code that was sent, as the first factor or the second. */
export function SentCodePage({ challenge }: { challenge: ChallengeOf<'sentCode'> }) {
  const t = useTranslate()
  const { username, delivery, medium, hasAlternatives, tryAnotherMethod } = challenge
  const form = useForm({
    check: (read) => {
      const message = codeFault(t, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) => challenge.answer({ code: read('code') }),
    explain: (error) =>
      authErrorText(error, t, {
        codeMismatch: 'code',
        codeExpired: 'code',
        startedAgain: 'code',
        deviceForgotten: 'code',
      }),
  })
  return (
    <StepPage
      title={t('sentCode.title')}
      lead={codeSentText(t, username, delivery)}
      failed={form.problems.length > 0}
      tryAnotherMethod={hasAlternatives ? tryAnotherMethod : undefined}
    >
      <Form form={form}>
        <HiddenUsername value={username} />
        {/* Cognito does not say how long its code is, and 6 and 8 digits are both in use. */}
        <CodeField name="code" label={t('code.label')} submitsItself />
        <Button type="submit" pending={form.pending}>
          {t('sentCode.submit')}
        </Button>
      </Form>
      <div className="stack-tight small">
        {medium === 'EMAIL' && <p className="soft">{t('code.spam')}</p>}
        <ResendButton
          name={`sentCode.${medium}.${username}`}
          resend={challenge.resend}
          explain={(error) => authErrorText(error, t).message}
        />
      </div>
    </StepPage>
  )
}
