import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeSentText, resendText } from '#i18n/codeText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { ResetPasswordForm } from './ResetPasswordForm.tsx'
import { useResetPasswordForm } from './useResetPasswordForm.ts'

/** A code from the message, and a new password: asked for, or demanded by an administrator. */
export function ResetPasswordPage({ challenge }: { challenge: ChallengeOf<'resetPassword'> }) {
  const text = useText()
  const { portal } = useConfig()
  const { search } = useLocation()
  const form = useResetPasswordForm(challenge)
  const { username, required, delivery } = challenge
  const page = text('resetPassword.title')
  // Never more certain than this to somebody who only typed a name.
  const sent = delivery
    ? text('resetPassword.sentTo', { username, destination: delivery.destination })
    : text('resetPassword.sent', { username })

  return (
    <div className="page">
      <title>
        {pageTitle(text, { page, portal: portal.name, failed: form.problems.length > 0 })}
      </title>
      <Heading lead={required ? text('resetPassword.required', { username }) : sent}>
        {page}
      </Heading>
      {required && <p className="soft">{codeSentText(text, username, delivery)}</p>}
      <ResetPasswordForm challenge={challenge} form={form} />
      <div className="stack-tight small">
        <p className="soft">{text('code.spam')}</p>
        <ResendButton
          name="resetPassword"
          words={resendText(text)}
          resend={challenge.resend}
          explain={(error) => authErrorText(error, text).message}
        />
        <p className="page-foot">
          <Link to={{ pathname: paths.forgotPassword, search }}>
            {text('resetPassword.change')}
          </Link>
          <Link to={{ pathname: paths.signIn, search }}>{text('form.backToSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}
