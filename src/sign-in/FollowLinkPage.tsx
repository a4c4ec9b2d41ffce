import { useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import { useAuth } from '#auth/AuthProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/**
 * Where a link that signs in leads. It answers the challenge of the tab that asked for it, and does nothing
 * before the person presses the button: mail scanners open links too.
 */
export function FollowLinkPage({ token }: { token: string | undefined }) {
  const text = useText()
  const auth = useAuth()
  const [done, setDone] = useState(false)
  const form = useForm({
    check: () => [],
    submit: async () => {
      await auth.answerLink({ kind: 'custom', answer: token ?? '' })
      setDone(true)
    },
    explain: (error) =>
      error instanceof AuthError && error.code === 'nothingToAnswer'
        ? { message: text('magicLink.elsewhere') }
        : authErrorText(error, text),
  })
  return (
    <StepPage
      title={text('magicLink.followTitle')}
      lead={text(token === undefined ? 'mailLink.incomplete' : 'magicLink.followLead')}
      failed={form.problems.length > 0}
    >
      {done && <Alert tone="success">{text('magicLink.done')}</Alert>}
      {token !== undefined && !done && (
        <Form form={form} working={text('form.working')}>
          <Button type="submit" pending={form.pending}>
            {text('magicLink.follow')}
          </Button>
        </Form>
      )}
    </StepPage>
  )
}
