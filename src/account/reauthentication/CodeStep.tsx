import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault, codeSentText } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { TryAnotherMethod } from './TryAnotherMethod.tsx'
import type { StepProps } from './ReauthenticateForm.tsx'

type Asked = Pick<ChallengeOf<'totpCode'>, 'kind' | 'hasAlternatives'> | SentCode
type SentCode = Pick<ChallengeOf<'sentCode'>, 'kind' | 'username' | 'delivery' | 'hasAlternatives'>

/** A code, of an app or sent. */
export function CodeStep({ asked, answer, begin }: StepProps & { asked: Asked }) {
  const t = useTranslate()
  const portal = useConfig().portal.name
  const { kind } = asked
  const form = useForm({
    check: (read) => {
      const message = codeFault(t, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) => answer({ kind, code: read('code') }),
    explain: (error) =>
      authErrorText(error, t, {
        codeMismatch: 'code',
        codeExpired: 'code',
        codeUsed: 'code',
        startedAgain: 'code',
        deviceForgotten: 'code',
      }),
  })
  return (
    <>
      <p>
        {asked.kind === 'totpCode'
          ? t('totp.lead', { portal })
          : codeSentText(t, asked.username, asked.delivery)}
      </p>
      <Form form={form}>
        <CodeField name="code" label={t('code.label')} submitsItself />
        <Button type="submit" pending={form.pending}>
          {t('stepUp.submit')}
        </Button>
      </Form>
      {asked.hasAlternatives && <TryAnotherMethod begin={begin} />}
    </>
  )
}
