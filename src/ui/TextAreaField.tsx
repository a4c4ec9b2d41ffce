import type { ComponentProps } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { useField } from './useField.ts'

interface TextAreaFieldProps extends Omit<ComponentProps<'textarea'>, 'id' | 'name'> {
  name: string
  label: string
  hint?: string | undefined
}

/** A field of several lines; grows with its text in browsers with `field-sizing`. */
export function TextAreaField({ name, label, hint, ...area }: TextAreaFieldProps) {
  const { error, control } = useField(name, { hint })
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <textarea className="input textarea" rows={3} {...area} {...control} />
    </FieldFrame>
  )
}
