import type { ChallengeOf } from '#auth/state.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault, codeSentText } from '#i18n/codeText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { AnotherWay } from './AnotherWay.tsx'
import type { StepProps } from './ReauthenticateForm.tsx'

type Asked = Pick<ChallengeOf<'totpCode'>, 'kind' | 'otherWays'> | SentCode
type SentCode = Pick<ChallengeOf<'sentCode'>, 'kind' | 'username' | 'delivery' | 'otherWays'>

/** A code, of an app or sent. */
export function CodeStep({ asked, answer, begin }: StepProps & { asked: Asked }) {
  const text = useText()
  const portal = useConfig().portal.name
  const { kind } = asked
  const form = useForm({
    check: (read) => {
      const message = codeFault(text, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) => answer({ kind, code: read('code') }),
    explain: (error) =>
      authErrorText(error, text, {
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
          ? text('totp.lead', { portal })
          : codeSentText(text, asked.username, asked.delivery)}
      </p>
      <Form form={form} working={text('form.working')}>
        <CodeField name="code" label={text('code.label')} submitsItself />
        <Button type="submit" pending={form.pending}>
          {text('stepUp.submit')}
        </Button>
      </Form>
      {asked.otherWays && <AnotherWay begin={begin} />}
    </>
  )
}
