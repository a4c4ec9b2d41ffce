import type { ReactNode } from 'react'
import { FieldError } from './FieldError.tsx'
import type { FieldProblem } from './useField.ts'

interface FieldFrameProps {
  name: string
  label: string
  hint?: string | undefined
  error?: FieldProblem | undefined
  aside?: ReactNode
  children: ReactNode
}

/** The label, hint and error around every control. */
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
