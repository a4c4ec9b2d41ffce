import { Field, type FieldProps } from './Field.tsx'

interface DateFieldProps extends Omit<FieldProps, 'type' | 'min' | 'max'> {
  /** First and last date that can be chosen, as `YYYY-MM-DD`. */
  min?: string
  max?: string
}

/** A date, with the browser's date picker. Its value in the form is `YYYY-MM-DD`, or empty. */
export function DateField(props: DateFieldProps) {
  return <Field {...props} type="date" />
}
