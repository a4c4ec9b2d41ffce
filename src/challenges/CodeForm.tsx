import { AuthError } from '#auth/errors.ts'
import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeProblem, codeSentText } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { ResendButton } from '#ui/ResendButton.tsx'
import { useForm } from '#ui/useForm.ts'
import type { ChallengeFormProps } from './challengeFormProps.ts'

/** Codes of authenticator apps that Cognito accepts have six digits; RFC 6238 does not fix the length. */
const totpLength = 6

interface TotpCodeFormProps extends ChallengeFormProps {
  challenge: Pick<ChallengeOf<'totpCode'>, 'username' | 'deviceName'>
  onSubmit: (code: string) => Promise<void>
  submitLabel: string
}

/** SOFTWARE_TOKEN_MFA: asks for the code of an authenticator app. */
export function TotpCodeForm({
  challenge,
  onSubmit,
  submitLabel,
  Frame,
  tryAnotherMethod,
}: TotpCodeFormProps) {
  const t = useTranslate()
  const portal = useConfig().portal.name
  const { username, deviceName } = challenge
  const form = useForm({
    check: (read) => [codeProblem(t, read('code'))],
    submit: (read) => onSubmit(read('code')),
    explain: (error) =>
      isWrongCode(error)
        ? { field: 'code', message: t('totp.wrong') }
        : authErrorText(error, t, { codeUsed: 'code', codeExpired: 'code' }),
  })
  return (
    <Frame
      title={t('totp.title')}
      lead={
        deviceName === undefined
          ? t('totp.lead', { portal })
          : t('totp.leadDevice', { portal, device: deviceName })
      }
      failed={form.problems.length > 0}
      tryAnotherMethod={tryAnotherMethod}
    >
      <Form form={form}>
        <CodeField name="code" label={t('code.label')} length={totpLength} submitsItself />
        <HiddenUsername value={username} />
        <Button type="submit" pending={form.pending}>
          {submitLabel}
        </Button>
      </Form>
      <p className="soft small">{t('totp.help')}</p>
    </Frame>
  )
}

interface SentCodeFormProps extends ChallengeFormProps {
  challenge: Pick<ChallengeOf<'sentCode'>, 'username' | 'delivery' | 'medium'> &
    Partial<Pick<ChallengeOf<'sentCode'>, 'resend'>>
  onSubmit: (code: string) => Promise<void>
  submitLabel: string
}

/** EMAIL_OTP, SMS_OTP, SMS_MFA: asks for a code that was sent, as the first factor or the second. */
export function SentCodeForm({
  challenge,
  onSubmit,
  submitLabel,
  Frame,
  tryAnotherMethod,
}: SentCodeFormProps) {
  const t = useTranslate()
  const { username, delivery, medium, resend } = challenge
  const form = useForm({
    check: (read) => [codeProblem(t, read('code'))],
    submit: (read) => onSubmit(read('code')),
    explain: (error) =>
      authErrorText(error, t, {
        codeMismatch: 'code',
        codeExpired: 'code',
        startedAgain: 'code',
        deviceForgotten: 'code',
      }),
  })
  return (
    <Frame
      title={t('sentCode.title')}
      lead={codeSentText(t, username, delivery)}
      failed={form.problems.length > 0}
      tryAnotherMethod={tryAnotherMethod}
    >
      <Form form={form}>
        {/* Without a length: Cognito does not return it, and sends codes of 6 or 8 digits. */}
        <CodeField name="code" label={t('code.label')} submitsItself />
        <HiddenUsername value={username} />
        <Button type="submit" pending={form.pending}>
          {submitLabel}
        </Button>
      </Form>
      <div className="stack-tight small">
        {medium === 'EMAIL' && <p className="soft">{t('code.spam')}</p>}
        {resend && (
          <ResendButton
            name={`sentCode.${medium}.${username}`}
            resend={resend}
            explain={(error) => authErrorText(error, t).message}
          />
        )}
      </div>
    </Frame>
  )
}

/** Whether an authenticator app's code was wrong. The usual message offers to send a new code, which an app cannot. */
export function isWrongCode(error: unknown): boolean {
  return error instanceof AuthError && error.code === 'codeMismatch'
}
