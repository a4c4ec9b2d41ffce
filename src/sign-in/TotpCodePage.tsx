import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault } from '#i18n/codeText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
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
  const text = useText()
  const portal = useConfig().portal.name
  const { username, deviceName, otherWays, otherWay } = challenge
  const form = useForm({
    check: (read) => {
      const message = codeFault(text, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) => challenge.answer({ code: read('code') }),
    explain: (error) =>
      isWrongCode(error)
        ? { field: 'code', message: text('totp.wrong') }
        : authErrorText(error, text, { codeUsed: 'code', codeExpired: 'code' }),
  })
  return (
    <StepPage
      title={text('totp.title')}
      lead={
        deviceName === undefined
          ? text('totp.lead', { portal })
          : text('totp.leadDevice', { portal, device: deviceName })
      }
      failed={form.problems.length > 0}
      otherWay={otherWays ? otherWay : undefined}
    >
      <Form form={form} working={text('form.working')}>
        <HiddenUsername value={username} />
        <CodeField name="code" label={text('code.label')} length={digits} submitsItself />
        <Button type="submit" pending={form.pending}>
          {text('totp.submit')}
        </Button>
      </Form>
      <p className="soft small">{text('totp.help')}</p>
    </StepPage>
  )
}
