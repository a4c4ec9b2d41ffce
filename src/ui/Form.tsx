import { useEffect, useRef, type ReactNode } from 'react'
import { Alert } from './Alert.tsx'
import { ErrorSummary } from './ErrorSummary.tsx'
import { useAnnounce } from './LiveRegion.tsx'
import { FormContext } from './useField.ts'
import type { FormControl } from './useForm.ts'

interface FormProps {
  form: FormControl
  /** Heading of the error summary. Leave out in a form of one field: there the field is focused. */
  summary?: string
  /** Said politely when an answer takes longer than a second. */
  working: string
  children: ReactNode
}

export function Form({ form, summary, working, children }: FormProps) {
  const { problems, attempt, pending } = form
  const alerts = summary === undefined
  const element = useRef<HTMLFormElement>(null)
  const announce = useAnnounce()
  const general = problems.find((problem) => problem.field === undefined)

  useEffect(() => {
    if (attempt === 0) return
    const target = element.current?.querySelector<HTMLElement>(
      summary === undefined ? '[aria-invalid]' : '.error-summary',
    )
    target?.focus()
    // Selected, so that the next thing typed or pasted replaces what was wrong.
    if (target instanceof HTMLInputElement) target.select()
  }, [attempt, summary])

  useEffect(() => {
    if (!pending) return
    const timer = setTimeout(() => announce(working), 1000)
    return () => clearTimeout(timer)
  }, [pending, working, announce])

  return (
    // POST, so that a password cannot end up in the address should the script ever not be there.
    <form className="form" ref={element} method="post" noValidate onSubmit={form.onSubmit}>
      {summary !== undefined && problems.length > 0 && (
        <ErrorSummary title={summary} problems={problems} />
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
