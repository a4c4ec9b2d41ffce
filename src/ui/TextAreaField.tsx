import type { ComponentProps } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { useField } from './useField.ts'

interface TextAreaFieldProps extends Omit<ComponentProps<'textarea'>, 'id' | 'name'> {
  name: string
  label: string
  hint?: string | undefined
}

/** Several lines of text, as high as what is in it where the browser can do that. */
export function TextAreaField({ name, label, hint, ...area }: TextAreaFieldProps) {
  const { error, control } = useField(name, { hint })
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <textarea className="input textarea" rows={3} {...area} {...control} />
    </FieldFrame>
  )
}
