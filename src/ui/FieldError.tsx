import { Icon } from './Icon.tsx'
import type { FieldProblem } from './useField.ts'

/**
 * The error of a field. Announced at once in forms without a summary; callers pass the attempt as `key`, so that
 * the same error is announced again.
 */
export function FieldError({ name, error }: { name: string; error: FieldProblem | undefined }) {
  if (error === undefined) return null
  return (
    <p className="field-error" id={`${name}-error`} role={error.alerts ? 'alert' : undefined}>
      <Icon name="warning" />
      {error.message}
    </p>
  )
}
