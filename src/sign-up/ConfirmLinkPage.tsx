import { Link, useNavigate } from 'react-router-dom'
import { useAuth } from '#auth/AuthProvider.tsx'
import type { EmailLink } from '#auth/emailLink.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { pageTitle } from '#i18n/pageTitle.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { paths } from '#paths.ts'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { Heading } from '#ui/Heading.tsx'
import { NamedSentence } from '#ui/NamedSentence.tsx'
import { useForm } from '#ui/useForm.ts'

/**
 * Page of the link in a confirmation email. It confirms only after a press of the button: mail scanners open
 * links too.
 */
export function ConfirmLinkPage({ link }: { link: EmailLink | undefined }) {
  const t = useTranslate()
  const auth = useAuth()
  const navigate = useNavigate()
  const { portal } = useConfig()
  const form = useForm({
    check: () => [link === undefined && { message: t('mailLink.incomplete') }],
    submit: async () => {
      if (!link) return
      await auth.answerLink({ kind: 'confirmSignUp', ...link })
      if (auth.getState().status === 'signedOut') await navigate(paths.signIn, { replace: true })
    },
    explain: (error) => authErrorText(error, t),
  })
  const page = t('mailLink.confirmTitle')
  const failed = form.problems.length > 0
  return (
    <div className="page">
      <title>{pageTitle(t, { page, portal: portal.name, failed })}</title>
      <Heading
        lead={
          link ? (
            <NamedSentence
              sentence={(username) => t('mailLink.confirmLead', { username })}
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
        <Form form={form}>
          <Button type="submit" pending={form.pending}>
            {t('mailLink.confirm')}
          </Button>
        </Form>
      )}
      <p className="small">
        <Link to={paths.signIn}>{t(failed ? 'mailLink.anew' : 'form.backToSignIn')}</Link>
      </p>
    </div>
  )
}
