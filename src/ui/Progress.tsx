import { useId } from 'react'

interface ProgressProps {
  label: string
  /** From 0 to 1; indeterminate without it. */
  value?: number
}

/** A progress bar with its label. */
export function Progress({ label, value }: ProgressProps) {
  const id = useId()
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={value} />
    </div>
  )
}
