import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault, codeSentText, resendText } from '#i18n/codeText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { useForm } from '#ui/useForm.ts'

/** Proves that the address given at sign-up is the person's own. */
export function ConfirmSignUpPage({ challenge }: { challenge: ChallengeOf<'confirmSignUp'> }) {
  const text = useText()
  const { portal } = useConfig()
  const { search } = useLocation()
  const { username, delivery, codeLength } = challenge

  const form = useForm({
    check: (read) => {
      const message = codeFault(text, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) => challenge.answer({ code: read('code') }),
    explain: (error) =>
      authErrorText(error, text, {
        codeMismatch: 'code',
        codeExpired: 'code',
        ConfirmationCode: 'code',
      }),
  })
  const page = text('confirmSignUp.title')

  return (
    <div className="page">
      <title>
        {pageTitle(text, { page, portal: portal.name, failed: form.problems.length > 0 })}
      </title>
      <Heading lead={codeSentText(text, username, delivery)}>{page}</Heading>
      <Form form={form} working={text('form.working')}>
        <HiddenUsername value={username} />
        <CodeField name="code" label={text('code.label')} length={codeLength} submitsItself />
        <Button type="submit" pending={form.pending}>
          {text('confirmSignUp.submit')}
        </Button>
      </Form>
      <div className="stack-tight small">
        <p className="soft">{text('code.spam')}</p>
        <ResendButton
          name="confirmSignUp"
          words={resendText(text)}
          resend={challenge.resend}
          explain={(error) => authErrorText(error, text).message}
        />
        <p className="soft">
          {text('confirmSignUp.already')}{' '}
          <Link to={{ pathname: paths.forgotPassword, search }} state={{ username }}>
            {text('confirmSignUp.reset')}
          </Link>
        </p>
        <p className="page-foot">
          <Link to={{ pathname: paths.signUp, search }}>{text('confirmSignUp.change')}</Link>
          <Link to={{ pathname: paths.signIn, search }}>{text('form.backToSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}
