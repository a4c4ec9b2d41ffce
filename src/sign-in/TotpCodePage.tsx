import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { useForm } from '#ui/useForm.ts'
import { isWrongCode } from './isWrongCode.ts'
import { StepPage } from './StepPage.tsx'

/** RFC 6238 leaves it open; what Cognito takes has six. */
const digits = 6

/** SOFTWARE_TOKEN_MFA: the code of an authenticator app. */
export function TotpCodePage({ challenge }: { challenge: ChallengeOf<'totpCode'> }) {
  const t = useTranslate()
  const portal = useConfig().portal.name
  const { username, deviceName, hasAlternatives, tryAnotherMethod } = challenge
  const form = useForm({
    check: (read) => {
      const message = codeFault(t, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) => challenge.answer({ code: read('code') }),
    explain: (error) =>
      isWrongCode(error)
        ? { field: 'code', message: t('totp.wrong') }
        : authErrorText(error, t, { codeUsed: 'code', codeExpired: 'code' }),
  })
  return (
    <StepPage
      title={t('totp.title')}
      lead={
        deviceName === undefined
          ? t('totp.lead', { portal })
          : t('totp.leadDevice', { portal, device: deviceName })
      }
      failed={form.problems.length > 0}
      tryAnotherMethod={hasAlternatives ? tryAnotherMethod : undefined}
    >
      <Form form={form}>
        <HiddenUsername value={username} />
        <CodeField name="code" label={t('code.label')} length={digits} submitsItself />
        <Button type="submit" pending={form.pending}>
          {t('totp.submit')}
        </Button>
      </Form>
      <p className="soft small">{t('totp.help')}</p>
    </StepPage>
  )
}
