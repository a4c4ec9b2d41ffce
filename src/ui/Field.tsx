import type { ComponentProps, ReactNode } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { useField } from './useField.ts'

export interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'name'> {
  name: string
  label: string
  hint?: string | undefined
  /** A link shown beside the label; in tab order after the input. */
  aside?: ReactNode
}

/** A labelled one-line input. */
export function Field({ name, label, hint, aside, ...input }: FieldProps) {
  const { error, control } = useField(name, { hint })
  return (
    <FieldFrame {...{ name, label, hint, error, aside }}>
      <input className="input" {...input} {...control} />
    </FieldFrame>
  )
}
