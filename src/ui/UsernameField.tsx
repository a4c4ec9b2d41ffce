import { Field } from './Field.tsx'

interface UsernameFieldProps {
  label: string
  defaultValue: string
  onChange?: (username: string) => void
}

/**
 * Asks for the username. Of type text with the email keyboard, because a pool's usernames need not be
 * email addresses. Named `username`, which password managers know.
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
