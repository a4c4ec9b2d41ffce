import type { ReactNode } from 'react'
import { FieldError } from './FieldError.tsx'
import type { FieldFault } from './useField.ts'

interface FieldFrameProps {
  name: string
  label: string
  hint?: string | undefined
  error?: FieldFault | undefined
  aside?: ReactNode
  children: ReactNode
}

/** What stands around every control: its label, hint and error. */
export function FieldFrame({ name, label, hint, error, aside, children }: FieldFrameProps) {
  return (
    <div className="field">
      <label className="field-label" htmlFor={name}>
        {label}
      </label>
      {hint !== undefined && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <div className="field-control">{children}</div>
      <FieldError key={error?.attempt} {...{ name, error }} />
      {aside !== undefined && <div className="field-aside">{aside}</div>}
    </div>
  )
}
