import { useId } from 'react'

interface ProgressProps {
  label: string
  /** From 0 to 1. Left out, something is under way, and nobody knows how far. */
  value?: number
}

/** How far something has come. */
export function Progress({ label, value }: ProgressProps) {
  const id = useId()
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} value={value} />
    </div>
  )
}
