import { createContext, use } from 'react'
import type { Problem } from './useForm.ts'

/** The state of a form that its fields need. */
export const FormContext = createContext<{
  problems: readonly Problem[]
  attempt: number
  /** True in a form without a summary: the fields' errors are announced (`role=alert`). */
  alerts: boolean
}>({ problems: [], attempt: 0, alerts: false })

/** The error of a field; see `FormContext` for `alerts`. */
export interface FieldProblem {
  message: string
  attempt: number
  alerts: boolean
}

/**
 * Connects an input with its label, hint and error.
 * The id is the name, so that it never changes: password managers remember fields by it.
 */
export function useField(
  name: string,
  { hint, more }: { hint?: string | undefined; more?: string },
) {
  const { problems, attempt, alerts } = use(FormContext)
  const message = problems.find((problem) => problem.field === name)?.message
  const error: FieldProblem | undefined =
    message === undefined ? undefined : { message, attempt, alerts }
  const describedBy = [hint && `${name}-hint`, message && `${name}-error`, more].filter(Boolean)
  return {
    error,
    control: {
      id: name,
      name,
      'aria-invalid': message === undefined ? undefined : true,
      'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
    },
  }
}
