import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeProblem, codeSentText } from '#i18n/codeText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { useForm } from '#ui/useForm.ts'

/** Asks for the code that was sent at sign-up, to verify the address. */
export function ConfirmSignUpPage({ challenge }: { challenge: ChallengeOf<'confirmSignUp'> }) {
  const t = useTranslate()
  const { portal } = useConfig()
  const { search } = useLocation()
  const { username, delivery, codeLength } = challenge

  const form = useForm({
    check: (read) => [codeProblem(t, read('code'))],
    submit: (read) => challenge.answer({ code: read('code') }),
    explain: (error) =>
      authErrorText(error, t, {
        codeMismatch: 'code',
        codeExpired: 'code',
        ConfirmationCode: 'code',
      }),
  })
  const page = t('confirmSignUp.title')

  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed: form.problems.length > 0 })}</title>
      <Heading lead={codeSentText(t, username, delivery)}>{page}</Heading>
      <Form form={form}>
        <HiddenUsername value={username} />
        <CodeField name="code" label={t('code.label')} length={codeLength} submitsItself />
        <Button type="submit" pending={form.pending}>
          {t('confirmSignUp.submit')}
        </Button>
      </Form>
      <div className="stack-tight small">
        <p className="soft">{t('code.spam')}</p>
        <ResendButton
          name="confirmSignUp"
          resend={challenge.resend}
          explain={(error) => authErrorText(error, t).message}
        />
        <p className="soft">
          {t('confirmSignUp.already')}{' '}
          <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
            {t('confirmSignUp.reset')}
          </Link>
        </p>
        <p className="page-foot">
          <Link to={{ pathname: paths.signUp, search }}>{t('confirmSignUp.change')}</Link>
          <Link to={{ pathname: paths.signIn, search }}>{t('form.backToSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}
