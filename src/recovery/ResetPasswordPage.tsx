import { Link, useLocation } from 'react-router-dom'
import type { ChallengeOf } from '#auth/state.ts'
import { useNewPasswordForm } from '#challenges/useNewPasswordForm.ts'
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
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'

/** Asks for the code from the message and a new password; `required` after an administrator's reset. */
export function ResetPasswordPage({ challenge }: { challenge: ChallengeOf<'resetPassword'> }) {
  const t = useTranslate()
  const { portal, passwordPolicy } = useConfig()
  const { search } = useLocation()
  const { username, required, delivery, codeLength } = challenge
  const form = useNewPasswordForm({
    checkBefore: (read) => [codeProblem(t, read('code'))],
    submit: (read) => challenge.answer({ code: read('code'), newPassword: read('password') }),
    fields: { codeMismatch: 'code', codeExpired: 'code', ConfirmationCode: 'code' },
  })
  const page = t('resetPassword.title')
  // Does not reveal whether the account exists, because anyone may have typed the name.
  const sent = delivery
    ? t('resetPassword.sentTo', { username, destination: delivery.destination })
    : t('resetPassword.sent', { username })

  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed: form.problems.length > 0 })}</title>
      <Heading lead={required ? t('resetPassword.required', { username }) : sent}>{page}</Heading>
      {required && <p className="soft">{codeSentText(t, username, delivery)}</p>}
      <Form form={form} summary>
        <HiddenUsername value={username} />
        <CodeField name="code" label={t('code.label')} length={codeLength} />
        <NewPasswordField name="password" label={t('password.newLabel')} policy={passwordPolicy} />
        <Button type="submit" pending={form.pending}>
          {t('resetPassword.submit')}
        </Button>
      </Form>
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
