import { AuthError } from '#auth/errors.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'

/** Only a press away: a code is not to be sent, nor a passkey asked for, to somebody who did not mean it. */
export function BeginStep({ begin }: { begin: () => Promise<void> }) {
  const text = useText()
  const form = useForm({
    check: () => [],
    submit: begin,
    explain: (error) =>
      error instanceof AuthError && error.code === 'invalidInput'
        ? { message: text('stepUp.outOfReach') }
        : authErrorText(error, text),
  })
  return (
    <>
      <p>{text('stepUp.leadAnyWay')}</p>
      <Form form={form} working={text('form.working')}>
        <Button type="submit" pending={form.pending}>
          {text('stepUp.submit')}
        </Button>
      </Form>
    </>
  )
}
