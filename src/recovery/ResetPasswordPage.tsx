import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeSentText } from '#i18n/codeText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Heading } from '#ui/Heading.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { ResetPasswordForm } from './ResetPasswordForm.tsx'
import { useResetPasswordForm } from './useResetPasswordForm.ts'

/** A code from the message, and a new password: asked for, or demanded by an administrator. */
export function ResetPasswordPage({ challenge }: { challenge: ChallengeOf<'resetPassword'> }) {
  const t = useTranslate()
  const { portal } = useConfig()
  const { search } = useLocation()
  const form = useResetPasswordForm(challenge)
  const { username, required, delivery } = challenge
  const page = t('resetPassword.title')
  // Never more certain than this to somebody who only typed a name.
  const sent = delivery
    ? t('resetPassword.sentTo', { username, destination: delivery.destination })
    : t('resetPassword.sent', { username })

  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed: form.problems.length > 0 })}</title>
      <Heading lead={required ? t('resetPassword.required', { username }) : sent}>{page}</Heading>
      {required && <p className="soft">{codeSentText(t, username, delivery)}</p>}
      <ResetPasswordForm challenge={challenge} form={form} />
      <div className="stack-tight small">
        <p className="soft">{t('code.spam')}</p>
        <ResendButton
          name="resetPassword"
          resend={challenge.resend}
          explain={(error) => authErrorText(error, t).message}
        />
        <p className="page-foot">
          <Link to={{ pathname: paths.forgotPassword, search }}>{t('resetPassword.change')}</Link>
          <Link to={{ pathname: paths.signIn, search }}>{t('form.backToSignIn')}</Link>
        </p>
      </div>
    </div>
  )
}
