import type { ChallengeOf } from '#auth/state.ts'
import { AuthError } from '#auth/errors.ts'
import { otpauthUri } from '#auth/otpauthUri.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeFault } from '#i18n/codeText.ts'
import { totpKeyText } from '#i18n/totpKeyText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { TotpKey } from '#ui/TotpKey.tsx'
import { useForm } from '#ui/useForm.ts'
import { isWrongCode } from './isWrongCode.ts'
import { StepPage } from './StepPage.tsx'

/** MFA_SETUP: shows the key of an authenticator app, and asks for a first code of it. */
export function SetUpTotpPage({ challenge }: { challenge: ChallengeOf<'setUpTotp'> }) {
  const text = useText()
  const { portal } = useConfig()
  const { username, secret, otherWays, otherWay } = challenge
  const uri = otpauthUri({ issuer: portal.name, account: username, secret })
  const form = useForm({
    check: (read) => {
      const message = codeFault(text, read('code'))
      return [message !== undefined && { field: 'code', message }]
    },
    submit: (read) =>
      challenge.answer({ code: read('code'), deviceName: read('deviceName').trim() }),
    explain: (error) => {
      if (isWrongCode(error)) return { field: 'code', message: text('totp.wrong') }
      if (error instanceof AuthError && error.code === 'startedAgain')
        return { message: text('setUp.startedAgain') }
      return authErrorText(error, text, { codeUsed: 'code', codeExpired: 'code' })
    },
  })
  return (
    <StepPage
      title={text('setUp.title')}
      lead={text('setUp.lead')}
      failed={form.problems.length > 0}
      otherWay={otherWays ? otherWay : undefined}
    >
      <TotpKey uri={uri} secret={secret} words={totpKeyText(text)} />
      <Form form={form} summary={text('form.problem')} working={text('form.working')}>
        <HiddenUsername value={username} />
        <CodeField name="code" label={text('setUp.code')} length={6} focused={false} />
        <Field
          name="deviceName"
          label={text('setUp.name')}
          hint={text('setUp.nameHint')}
          autoComplete="off"
          maxLength={60}
        />
        <Button type="submit" pending={form.pending}>
          {text('setUp.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
