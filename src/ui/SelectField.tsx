import type { ComponentProps } from 'react'
import { FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { useField } from './useField.ts'

interface SelectFieldProps extends Omit<ComponentProps<'select'>, 'id' | 'name' | 'children'> {
  name: string
  label: string
  hint?: string | undefined
  options: readonly (Option | Group)[]
}

interface Option {
  value: string
  label: string
}

/** Options under a heading (`optgroup`). */
interface Group {
  label: string
  options: readonly Option[]
}

/** A native select. An option with an empty value means no choice. */
export function SelectField({ name, label, hint, options, ...select }: SelectFieldProps) {
  const { error, control } = useField(name, { hint })
  return (
    <FieldFrame {...{ name, label, hint, error }}>
      <select className="input select" {...select} {...control}>
        {options.map((one) =>
          'options' in one ? (
            <optgroup label={one.label} key={one.label}>
              {one.options.map(asOption)}
            </optgroup>
          ) : (
            asOption(one)
          ),
        )}
      </select>
      <Icon name="chevron" />
    </FieldFrame>
  )
}

const asOption = ({ value, label }: Option) => (
  <option value={value} key={value}>
    {label}
  </option>
)
