import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'

interface FieldFrameProps {
  name: string
  label: string
  hint?: string | undefined
  error?: { message: string; attempt: number; alerts: boolean } | undefined
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
      {error !== undefined && (
        <p
          className="field-error"
          id={`${name}-error`}
          key={error.attempt}
          role={error.alerts ? 'alert' : undefined}
        >
          <Icon name="warning" />
          {error.message}
        </p>
      )}
      {aside !== undefined && <div className="field-aside">{aside}</div>}
    </div>
  )
}
