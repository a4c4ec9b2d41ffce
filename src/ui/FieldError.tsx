import { Icon } from './Icon.tsx'
import type { FieldFault } from './useField.ts'

/** What is wrong with the field of that name; its attempt as `key` makes it new each time. Spoken at once where no summary speaks for it. */
export function FieldError({ name, error }: { name: string; error: FieldFault | undefined }) {
  if (error === undefined) return null
  return (
    <p className="field-error" id={`${name}-error`} role={error.alerts ? 'alert' : undefined}>
      <Icon name="warning" />
      {error.message}
    </p>
  )
}
