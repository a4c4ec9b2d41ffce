/**
 * Tells a password manager whose password this form is about. Without it the next text field, the
 * code, gets saved as the user name (chromium.org: Password form styles that Chromium understands).
 */
export function HiddenUsername({ value }: { value: string }) {
  return (
    <input
      className="visually-hidden"
      id="username"
      name="username"
      type="text"
      autoComplete="username"
      value={value}
      readOnly
      tabIndex={-1}
      aria-hidden="true"
    />
  )
}
