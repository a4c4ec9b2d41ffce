import { Field, type FieldProps } from './Field.tsx'

interface DateFieldProps extends Omit<FieldProps, 'type' | 'min' | 'max'> {
  /** The first and the last day that may be chosen, as `YYYY-MM-DD`. */
  min?: string
  max?: string
}

/** A day, by the browser's own calendar. Its value in the form is `YYYY-MM-DD`, or empty. */
export function DateField(props: DateFieldProps) {
  return <Field {...props} type="date" />
}
