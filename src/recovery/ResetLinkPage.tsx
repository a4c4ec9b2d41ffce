import { Link, useNavigate } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import type { MailLink } from '#auth/mailLink.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { newPasswordText } from '#i18n/newPasswordText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { unmetRules } from '#ui/passwordRules.ts'
import { useForm } from '#ui/useForm.ts'

/** Where the link of a recovery mail leads: the code came along, so only the password is missing. */
export function ResetLinkPage({ link }: { link: MailLink | undefined }) {
  const text = useText()
  const auth = useAuth()
  const navigate = useNavigate()
  const { portal, passwordPolicy } = useConfig()
  const form = useForm({
    check: (read) => [
      unmetRules(read('password'), passwordPolicy).length > 0 && {
        field: 'password',
        message: text(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
      },
    ],
    submit: async (read) => {
      if (!link) return
      await auth.answerLink({ kind: 'resetPassword', ...link, newPassword: read('password') })
      if (auth.getState().status === 'signedOut') await navigate(paths.signIn)
    },
    explain: (error) =>
      authErrorText(error, text, {
        Password: 'password',
        passwordTooWeak: 'password',
        passwordUsedBefore: 'password',
      }),
  })
  const page = text('resetPassword.title')
  const failed = form.problems.length > 0
  return (
    <div className="page">
      <title>{pageTitle(text, { page, portal: portal.name, failed })}</title>
      <Heading
        lead={
          link
            ? text('mailLink.resetLead', { username: link.username })
            : text('mailLink.incomplete')
        }
      >
        {page}
      </Heading>
      {link && (
        <Form form={form} summary={text('form.problem')} working={text('form.working')}>
          <HiddenUsername value={link.username} />
          <NewPasswordField
            name="password"
            label={text('password.newLabel')}
            policy={passwordPolicy}
            words={newPasswordText(text, passwordPolicy)}
          />
          <Button type="submit" pending={form.pending}>
            {text('resetPassword.submit')}
          </Button>
        </Form>
      )}
      <p className="page-foot">
        <Link to={paths.forgotPassword} state={{ username: link?.username }}>
          {text('code.resend')}
        </Link>
        <Link to={paths.signIn}>{text('form.backToSignIn')}</Link>
      </p>
    </div>
  )
}
