import { createContext, use } from 'react'
import type { Problem } from './useForm.ts'

/** What a field may know of the form it stands in. */
export const FormContext = createContext<{
  problems: readonly Problem[]
  attempt: number
  /** True where no summary speaks for the fields, so that their errors must speak themselves. */
  alerts: boolean
}>({ problems: [], attempt: 0, alerts: false })

/** What is wrong with a field; see `FormContext` for `alerts`. */
export interface FieldFault {
  message: string
  attempt: number
  alerts: boolean
}

/**
 * Ties an input to its label, hint and error.
 * The id is the name: password managers remember fields by it, so it must be the same every time.
 */
export function useField(
  name: string,
  { hint, more }: { hint?: string | undefined; more?: string },
) {
  const { problems, attempt, alerts } = use(FormContext)
  const message = problems.find((problem) => problem.field === name)?.message
  const error: FieldFault | undefined =
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
