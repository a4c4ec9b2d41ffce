import { useRef, useState } from 'react'
import { AuthError } from '#auth/errors.ts'
import { otpauthUri } from '#auth/otpauthUri.ts'
import { useSession } from '#auth/AuthProvider.tsx'
import { useWithRecentSignIn } from '#auth/recentSignIn.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeProblem } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Dialog } from '#ui/Dialog.tsx'
import { Form } from '#ui/Form.tsx'
import { TotpKey } from '#ui/TotpKey.tsx'
import { useForm } from '#ui/useForm.ts'

interface SetUpTotpDialogProps {
  open: boolean
  onClose: () => void
  onDone: () => Promise<void>
}

/** Sets up an authenticator app, or replaces the current one. */
export function SetUpTotpDialog(props: SetUpTotpDialogProps) {
  const t = useTranslate()
  return (
    <Dialog open={props.open} onClose={props.onClose} title={t('security.setUpTitle')}>
      <StartSetUp {...props} />
    </Dialog>
  )
}

/** Requests the key at a press of the button, because each new key invalidates the one before. */
function StartSetUp(props: SetUpTotpDialogProps) {
  const t = useTranslate()
  const { callCognito } = useSession()
  const withRecentSignIn = useWithRecentSignIn()
  const [secret, setSecret] = useState<string>()
  const form = useForm({
    check: () => [],
    async submit() {
      const { SecretCode } = await withRecentSignIn(() => callCognito('AssociateSoftwareToken', {}))
      if (!SecretCode) throw new AuthError({ code: 'unexpected', field: 'SecretCode' })
      setSecret(SecretCode)
    },
    explain: (error) =>
      error instanceof AuthError && error.code === 'misconfigured'
        ? { message: t('security.notOffered') }
        : authErrorText(error, t),
  })
  if (secret !== undefined) return <VerifyCode {...props} secret={secret} />
  return (
    <>
      <p>{t('security.setUpLead')}</p>
      <Form form={form}>
        <Button type="submit" pending={form.pending}>
          {t('security.setUpBegin')}
        </Button>
      </Form>
    </>
  )
}

function VerifyCode({ secret, onDone }: SetUpTotpDialogProps & { secret: string }) {
  const t = useTranslate()
  const session = useSession()
  const { portal } = useConfig()
  const withRecentSignIn = useWithRecentSignIn()
  // The code works once; what comes after it may have to be tried again.
  const isVerified = useRef(false)
  const account = session.email ?? session.username

  async function verify(UserCode: string) {
    const { Status } = await withRecentSignIn(() =>
      session.callCognito('VerifySoftwareToken', { UserCode }),
    )
    if (Status === 'ERROR') throw new AuthError({ code: 'codeMismatch' })
  }

  const form = useForm({
    check: (read) => [codeProblem(t, read('code'))],
    async submit(read) {
      if (!isVerified.current) await verify(read('code'))
      isVerified.current = true
      await withRecentSignIn(() =>
        session.setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: true }),
      )
      await onDone()
    },
    explain: (error) =>
      error instanceof AuthError && error.code === 'codeMismatch'
        ? { field: 'code', message: t('totp.wrong') }
        : authErrorText(error, t, { codeUsed: 'code', codeExpired: 'code' }),
  })
  return (
    <div className="form">
      <TotpKey uri={otpauthUri({ issuer: portal.name, account, secret })} secret={secret} />
      <Form form={form}>
        <CodeField name="code" label={t('setUp.code')} length={6} focused={false} />
        <Button type="submit" pending={form.pending}>
          {t('security.turnOn')}
        </Button>
      </Form>
    </div>
  )
}
