import type { ReactNode } from 'react'
import { FieldError } from './FieldError.tsx'
import { useField } from './useField.ts'

interface CheckboxProps {
  name: string
  label: ReactNode
  hint?: string
  defaultChecked?: boolean
  onChange?: (checked: boolean) => void
}

/** A native checkbox with its label and an optional hint. Its value in the form is `on`. */
export function Checkbox({ name, label, hint, defaultChecked, onChange }: CheckboxProps) {
  const { error, control } = useField(name, { hint })
  return (
    <div className="checkbox">
      <input
        {...control}
        type="checkbox"
        defaultChecked={defaultChecked}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      <FieldError key={error?.attempt} {...{ name, error }} />
    </div>
  )
}
