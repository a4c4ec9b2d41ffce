import { Link, useNavigate } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import type { EmailLink } from '#auth/emailLink.ts'
import { useNewPasswordForm } from '#challenges/useNewPasswordForm.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { NamedSentence } from '#ui/NamedSentence.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'

/** Page of the link in a recovery email: it carries the code, so only the new password is asked for. */
export function ResetLinkPage({ link }: { link: EmailLink | undefined }) {
  const t = useTranslate()
  const auth = useAuth()
  const navigate = useNavigate()
  const { portal, passwordPolicy } = useConfig()
  const form = useNewPasswordForm({
    submit: async (read) => {
      if (!link) return
      await auth.answerLink({ kind: 'resetPassword', ...link, newPassword: read('password') })
      if (auth.getState().status === 'signedOut') await navigate(paths.signIn, { replace: true })
    },
  })
  const page = t('resetPassword.title')
  const failed = form.problems.length > 0
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed })}</title>
      <Heading
        lead={
          link ? (
            <NamedSentence
              sentence={(username) => t('mailLink.resetLead', { username })}
              name={link.username}
            />
          ) : (
            t('mailLink.incomplete')
          )
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
