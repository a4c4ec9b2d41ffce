import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { clearStoredData } from './clearStoredData.ts'
import { isSameName } from './isSameName.ts'

/** Deletes the account of whoever types its name. Once it is gone, the guard leads to the goodbye. */
export function DeleteForm({ name, onClose }: { name: string; onClose: () => void }) {
  const t = useTranslate()
  const session = useSession()
  const requireRecentSignIn = useRequireRecentSignIn()
  const form = useForm({
    check: (read) => [
      !isSameName(read('confirmation'), name) && {
        field: 'confirmation',
        message: t('data.mismatch', { name }),
      },
    ],
    async submit() {
      // Again: this may have stood open for a while.
      if (!(await requireRecentSignIn())) return onClose()
      await session.deleteUser()
      clearStoredData()
    },
    explain: (error) => authErrorText(error, t),
  })
  return (
    <Form form={form}>
      <Field
        name="confirmation"
        label={t('data.confirm', { name })}
        type="text"
        inputMode="email"
        autoComplete="off"
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        dir="ltr"
      />
      <div className="dialog-actions">
        <Button look="secondary" onClick={onClose}>
          {t('data.keep')}
        </Button>
        <Button look="danger" type="submit" pending={form.pending}>
          {t('data.deleteNow')}
        </Button>
      </div>
    </Form>
  )
}
