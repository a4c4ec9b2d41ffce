interface StepIndicatorProps {
  /** Counted from 1. */
  step: number
  of: number
  /** The same as text: "Step 2 of 3". */
  label: string
}

/** The progress through a sequence of pages. */
export function StepIndicator({ step, of, label }: StepIndicatorProps) {
  return (
    <div className="steps">
      <p className="soft small">{label}</p>
      <div className="steps-bar" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <span className={index < step ? 'steps-done' : undefined} key={index} />
        ))}
      </div>
    </div>
  )
}
