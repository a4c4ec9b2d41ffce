import { useState } from 'react'
import { useSession } from '#auth/AuthProvider.tsx'
import { AuthError } from '#auth/errors.ts'
import type { Reauthentication } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault, codeSentText } from '#i18n/codeText.ts'
import { passwordText } from '#i18n/passwordText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Alert } from '#ui/Alert.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { useForm } from '#ui/useForm.ts'

type Asked = NonNullable<Reauthentication['challenge']>

/** Asks for the password once more, and for the second factor where there is one. */
export function ReauthenticateForm({ onDone }: { onDone: () => void }) {
  const text = useText()
  const [asked, setAsked] = useState<Asked>()

  function proceed({ challenge }: Reauthentication) {
    if (challenge) setAsked(challenge)
    else onDone()
  }

  if (!asked) return <PasswordStep onAnswered={proceed} />
  if (asked.kind === 'totpCode' || asked.kind === 'sentCode') {
    return <CodeStep asked={asked} onAnswered={proceed} />
  }
  return <Alert tone="error">{text('stepUp.elsewhere')}</Alert>
}

interface StepProps {
  onAnswered: (result: Reauthentication) => void
}

function PasswordStep({ onAnswered }: StepProps) {
  const text = useText()
  const { email, username, reauthenticate } = useSession()
  const form = useForm({
    check: (read) => [
      read('password') === '' && { field: 'password', message: text('signIn.passwordMissing') },
    ],
    submit: async (read) => onAnswered(await reauthenticate(read('password'))),
    explain: (error) =>
      error instanceof AuthError && error.code === 'incorrectCredentials'
        ? { field: 'password', message: text('askPassword.wrong') }
        : authErrorText(error, text),
  })
  return (
    <>
      <p>{text('stepUp.lead')}</p>
      <Form form={form} working={text('form.working')}>
        <PasswordField
          name="password"
          label={text('password.label')}
          autoComplete="current-password"
          words={passwordText(text)}
        />
        {/* Last, as a dialog gives the focus to its first field. */}
        <HiddenUsername value={email ?? username} />
        <Button type="submit" pending={form.pending}>
          {text('stepUp.submit')}
        </Button>
      </Form>
      <p className="soft small">{text('stepUp.elsewhere')}</p>
    </>
  )
}

function CodeStep({
  asked,
  onAnswered,
}: StepProps & { asked: Extract<Asked, { kind: 'totpCode' | 'sentCode' }> }) {
  const text = useText()
  const portal = useConfig().portal.name
  const { answerReauthentication } = useSession()
  const { kind, username } = asked
  const form = useForm({
    check: (read) => {
      const message = codeFault(text, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: async (read) => onAnswered(await answerReauthentication({ kind, code: read('code') })),
    explain: (error) =>
      authErrorText(error, text, {
        codeMismatch: 'code',
        codeExpired: 'code',
        codeUsed: 'code',
        startedAgain: 'code',
      }),
  })
  return (
    <>
      <p>
        {kind === 'totpCode'
          ? text('totp.lead', { portal })
          : codeSentText(text, username, asked.delivery)}
      </p>
      <Form form={form} working={text('form.working')}>
        <CodeField name="code" label={text('code.label')} submitsItself />
        <Button type="submit" pending={form.pending}>
          {text('stepUp.submit')}
        </Button>
      </Form>
    </>
  )
}
