import { useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import { useAuth } from '#auth/AuthProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/**
 * Page of a magic link. It answers the challenge of the tab that asked for it, and only after a press of the
 * button: mail scanners open links too.
 */
export function MagicLinkPage({
  token,
  onUsed,
}: {
  token: string | undefined
  onUsed: () => void
}) {
  const t = useTranslate()
  const auth = useAuth()
  const [done, setDone] = useState(false)
  const form = useForm({
    check: () => [],
    submit: async () => {
      await auth.answerLink({ kind: 'custom', answer: token ?? '' })
      onUsed()
      setDone(true)
    },
    explain: (error) =>
      error instanceof AuthError && error.code === 'nothingToAnswer'
        ? { message: t('magicLink.elsewhere') }
        : authErrorText(error, t),
  })
  return (
    <StepPage
      title={t('magicLink.followTitle')}
      lead={t(token === undefined ? 'mailLink.incomplete' : 'magicLink.followLead')}
      failed={form.problems.length > 0}
    >
      {done && <Alert tone="success">{t('magicLink.done')}</Alert>}
      {token !== undefined && !done && (
        <Form form={form}>
          <Button type="submit" pending={form.pending}>
            {t('magicLink.follow')}
          </Button>
        </Form>
      )}
    </StepPage>
  )
}
