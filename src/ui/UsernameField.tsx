import { useEffect, useRef } from 'react'
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
  const input = useRef<HTMLInputElement>(null)

  // What was typed or filled in before the page listened made no event that React has seen.
  useEffect(() => {
    const value = input.current?.value ?? ''
    if (value !== input.current?.defaultValue) onChange?.(value)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- for the first render only
  }, [])

  return (
    <Field
      ref={input}
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
