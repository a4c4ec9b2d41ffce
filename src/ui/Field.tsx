import type { ComponentProps, ReactNode } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { useField } from './useField.ts'

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'name'> {
  name: string
  label: string
  hint?: string | undefined
  /** A link that belongs to the field. Seen beside the label, reached after the input. */
  aside?: ReactNode
}

/** One labelled input of a line. */
export function Field({ name, label, hint, aside, ...input }: FieldProps) {
  const { error, control } = useField(name, { hint })
  return (
    <FieldFrame {...{ name, label, hint, error, aside }}>
      <input className="input" {...input} {...control} />
    </FieldFrame>
  )
}
