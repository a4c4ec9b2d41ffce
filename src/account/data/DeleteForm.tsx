import { useSession } from '#auth/AuthProvider.tsx'
import { useRequireRecentSignIn } from '#auth/recentSignIn.ts'
import { authErrorText } from '#i18n/authErrorText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { withStorage } from '#storage.ts'
import { Button } from '#ui/Button.tsx'
import { Field } from '#ui/Field.tsx'
import { Form } from '#ui/Form.tsx'
import { useForm } from '#ui/useForm.ts'
import { isSameName } from './isSameName.ts'

/** Deletes the account once its name is typed. `RequireSignedIn` then shows AccountDeletedPage. */
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
      // Checked again, as the dialog may have been open for a while.
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

const prefix = 'gatehouse.'

/** Entries that do not belong to one user: the preferences of this browser, and the vault's own. */
const keptKeys = ['theme', 'language', 'tab'].map((name) => prefix + name)

/** Removes the entries that pages have stored about the user. The vault removes its own. */
function clearStoredData(): void {
  for (const name of ['localStorage', 'sessionStorage'] as const) {
    withStorage(name, (storage) => {
      for (const key of Object.keys(storage)) {
        if (key.startsWith(prefix) && !keptKeys.includes(key)) storage.removeItem(key)
      }
    })
  }
}
