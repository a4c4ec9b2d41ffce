import { use, useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { Alert } from './Alert.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { KeptFieldsContext } from './keptFields.ts'
import { useAnnounce } from './LiveRegion.tsx'
import { FormContext } from './useField.ts'
import type { FormControl } from './useForm.ts'

interface FormProps {
  form: FormControl
  /** Lists all problems above the fields. Without it, as in forms of one field, that field is focused. */
  summary?: boolean
  children: ReactNode
}

export function Form({ form, summary = false, children }: FormProps) {
  const t = useTranslate()
  const { problems, attempt, pending } = form
  const alerts = !summary
  const element = useRef<HTMLFormElement>(null)
  const announce = useAnnounce()
  const general = problems.find((problem) => problem.field === undefined)

  const kept = use(KeptFieldsContext)
  // A layout effect: it runs before the fields are removed.
  useLayoutEffect(() => (element.current ? kept?.attach(element.current) : undefined), [kept])

  useEffect(() => {
    if (attempt === 0) return
    const target = element.current?.querySelector<HTMLElement>(
      summary ? '.error-summary' : '[aria-invalid]',
    )
    target?.focus()
    // Selected, so that typing or pasting replaces the wrong value.
    if (target instanceof HTMLInputElement) target.select()
  }, [attempt, summary])

  // Announced when an answer takes longer than a second.
  const working = t('form.working')
  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => announce(working), 1000)
    return () => clearTimeout(timer)
  }, [pending, working, announce])

  return (
    // POST, so that no password ends up in the URL should the script ever fail to load.
    <form className="form" ref={element} method="post" noValidate onSubmit={form.onSubmit}>
      {summary && problems.length > 0 && (
        <ErrorSummary title={t('form.problem')} problems={problems} />
      )}
      {alerts && general && (
        <Alert tone="error" key={attempt}>
          {general.message}
        </Alert>
      )}
      <FormContext value={{ problems, attempt, alerts }}>{children}</FormContext>
    </form>
  )
}
