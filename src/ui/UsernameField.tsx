import { Field } from './Field.tsx'

interface UsernameFieldProps {
  label: string
  defaultValue: string
  onChange?: (username: string) => void
}

/**
 * Asks who it is. Of type text, because pools differ in what a username is: the keyboard for addresses is
 * offered, an address is not demanded. Named `username`, for form and password manager alike.
 */
export function UsernameField({ label, defaultValue, onChange }: UsernameFieldProps) {
  return (
    <Field
      name="username"
      label={label}
      type="text"
      inputMode="email"
      autoComplete="username webauthn"
      autoCapitalize="none"
      autoCorrect="off"
      spellCheck={false}
      dir="ltr"
      defaultValue={defaultValue}
      onChange={(event) => onChange?.(event.target.value)}
    />
  )
}
