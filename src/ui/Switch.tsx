interface SwitchProps {
  name: string
  label: string
  hint?: string
  defaultChecked?: boolean
  /** Where the answer decides what is shown, not the press. */
  checked?: boolean
  onChange?: (checked: boolean) => void
  /** Keeps the focus, shows that something is under way, and cannot be moved. */
  pending?: boolean
}

/** Something that is on or off, and takes effect at once. In a form its value is `on`. */
export function Switch({ name, label, hint, onChange, pending = false, ...state }: SwitchProps) {
  return (
    <div className="switch">
      <input
        {...state}
        id={name}
        name={name}
        type="checkbox"
        // A native checkbox tells by itself whether it is on.
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
