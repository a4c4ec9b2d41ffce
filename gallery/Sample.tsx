import type { ReactNode } from 'react'
import { FormContext } from '#ui/useField.ts'

/** A component of `src/ui`, by the name of its file, with samples of its states. */
export interface Entry {
  name: string
  samples: () => ReactNode
}

interface SampleProps {
  /** Name of the state that is shown. */
  title: string
  /** Spans both columns. */
  wide?: true
  children: ReactNode
}

export function Sample({ title, wide, children }: SampleProps) {
  return (
    <div className={wide ? 'sample sample-wide' : 'sample'}>
      <p className="sample-title">{title}</p>
      {children}
    </div>
  )
}

/** Shows fields with problems, by their names, as a form would. */
export function Invalid({
  fields,
  children,
}: {
  fields: Record<string, string>
  children: ReactNode
}) {
  const problems = Object.entries(fields).map(([field, message]) => ({ field, message }))
  return <FormContext value={{ problems, attempt: 1, alerts: false }}>{children}</FormContext>
}
