import type { ComponentProps } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { useField } from './useField.ts'

interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'name' | 'children'> {
  name: string
  label: string
  hint?: string | undefined
  options: readonly { value: string; label: string }[]
}

/** One of several, by the browser's own list. An option with an empty value stands for no choice. */
export function SelectField({ name, label, hint, options, ...select }: SelectFieldProps) {
  const { error, control } = useField(name, { hint })
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <select className="input select" {...select} {...control}>
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron" />
    </FieldFrame>
  )
}
