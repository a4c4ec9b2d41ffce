import { Link, useNavigate } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import type { MailLink } from '#auth/mailLink.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
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
  const t = useTranslate()
  const auth = useAuth()
  const navigate = useNavigate()
  const { portal, passwordPolicy } = useConfig()
  const form = useForm({
    check: (read) => [
      unmetRules(read('password'), passwordPolicy).length > 0 && {
        field: 'password',
        message: t(read('password') === '' ? 'password.missing' : 'error.passwordTooWeak'),
      },
    ],
    submit: async (read) => {
      if (!link) return
      await auth.answerLink({ kind: 'resetPassword', ...link, newPassword: read('password') })
      if (auth.getState().status === 'signedOut') await navigate(paths.signIn)
    },
    explain: (error) =>
      authErrorText(error, t, {
        Password: 'password',
        passwordTooWeak: 'password',
        passwordUsedBefore: 'password',
      }),
  })
  const page = t('resetPassword.title')
  const failed = form.problems.length > 0
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed })}</title>
      <Heading
        lead={
          link ? t('mailLink.resetLead', { username: link.username }) : t('mailLink.incomplete')
        }
      >
        {page}
      </Heading>
      {link && (
        <Form form={form} summary>
          <HiddenUsername value={link.username} />
          <NewPasswordField
            name="password"
            label={t('password.newLabel')}
            policy={passwordPolicy}
          />
          <Button type="submit" pending={form.pending}>
            {t('resetPassword.submit')}
          </Button>
        </Form>
      )}
      <p className="page-foot">
        <Link to={paths.forgotPassword} state={{ username: link?.username }}>
          {t('code.resend')}
        </Link>
        <Link to={paths.signIn}>{t('form.backToSignIn')}</Link>
      </p>
    </div>
  )
}
