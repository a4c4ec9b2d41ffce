/** A native checkbox with its label and an optional hint. Its value in the form is `on`. */
export function Checkbox({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const hintId = hint === undefined ? undefined : `${name}-hint`
  return (
    <div className="checkbox">
      <input id={name} name={name} type="checkbox" aria-describedby={hintId} />
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={hintId}>
          {hint}
        </p>
      )}
    </div>
  )
}
