import type { ChallengeOf } from '#auth/state.ts'
import { AuthError } from '#auth/errors.ts'
import { otpauthUri } from '#auth/otpauthUri.ts'
import { isWrongCode } from '#challenges/CodeForm.tsx'
import { useConfig } from '#config/ConfigProvider.tsx'
import { authErrorText } from '#i18n/authErrorText.ts'
import { codeProblem } from '#i18n/codeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { CodeField } from '#ui/CodeField.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { HiddenUsername } from '#ui/HiddenUsername.tsx'
import { TotpKey } from '#ui/TotpKey.tsx'
import { useForm } from '#ui/useForm.ts'
import { StepPage } from './StepPage.tsx'

/** MFA_SETUP: shows the key of an authenticator app, and asks for a first code of it. */
export function SetUpTotpPage({ challenge }: { challenge: ChallengeOf<'setUpTotp'> }) {
  const t = useTranslate()
  const { portal } = useConfig()
  const { username, secret, hasAlternatives, tryAnotherMethod } = challenge
  const uri = otpauthUri({ issuer: portal.name, account: username, secret })
  const form = useForm({
    check: (read) => [codeProblem(t, read('code'))],
    submit: (read) =>
      challenge.answer({ code: read('code'), deviceName: read('deviceName').trim() }),
    explain: (error) => {
      if (isWrongCode(error)) return { field: 'code', message: t('totp.wrong') }
      if (error instanceof AuthError && error.code === 'startedAgain')
        return { message: t('setUp.startedAgain') }
      return authErrorText(error, t, { codeUsed: 'code', codeExpired: 'code' })
    },
  })
  return (
    <StepPage
      title={t('setUp.title')}
      lead={t('setUp.lead')}
      failed={form.problems.length > 0}
      tryAnotherMethod={hasAlternatives ? tryAnotherMethod : undefined}
    >
      <TotpKey uri={uri} secret={secret} />
      <Form form={form} summary>
        <HiddenUsername value={username} />
        <CodeField name="code" label={t('setUp.code')} length={6} focused={false} />
        <Field
          name="deviceName"
          label={t('setUp.name')}
          hint={t('setUp.nameHint')}
          autoComplete="off"
          maxLength={60}
        />
        <Button type="submit" pending={form.pending}>
          {t('setUp.submit')}
        </Button>
      </Form>
    </StepPage>
  )
}
