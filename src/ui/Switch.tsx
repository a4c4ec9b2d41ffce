interface SwitchProps {
  name: string
  label: string
  hint?: string
  defaultChecked?: boolean
  /** Makes it controlled: shows the saved state rather than the click. */
  checked?: boolean
  onChange?: (checked: boolean) => void
  /** Shows that a change is being saved; ignores clicks and keeps the focus. */
  pending?: boolean
}

/** A setting that takes effect at once. In a form its value is `on`. */
export function Switch({ name, label, hint, onChange, pending = false, ...state }: SwitchProps) {
  return (
    <div className="switch">
      <input
        {...state}
        id={name}
        name={name}
        type="checkbox"
        // oxlint-disable-next-line jsx-a11y/role-has-required-aria-props -- `checked` is native
        role="switch"
        aria-describedby={hint === undefined ? undefined : `${name}-hint`}
        aria-disabled={pending || undefined}
        aria-busy={pending || undefined}
        onClick={(event) => pending && event.preventDefault()}
        onChange={(event) => onChange?.(event.target.checked)}
      />
      <label htmlFor={name}>{label}</label>
      {hint !== undefined && (
        <p className="field-hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}
