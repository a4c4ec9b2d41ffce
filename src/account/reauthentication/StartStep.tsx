import { AuthError } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'

/** Only a press away: a code is not to be sent, nor a passkey asked for, to somebody who did not mean it. */
export function StartStep({ begin }: { begin: () => Promise<void> }) {
  const t = useTranslate()
  const form = useForm({
    check: () => [],
    submit: begin,
    explain: (error) =>
      error instanceof AuthError && error.code === 'invalidInput'
        ? { message: t('stepUp.outOfReach') }
        : authErrorText(error, t),
  })
  return (
    <>
      <p>{t('stepUp.leadAnyWay')}</p>
      <Form form={form}>
        <Button type="submit" pending={form.pending}>
          {t('stepUp.submit')}
        </Button>
      </Form>
    </>
  )
}
