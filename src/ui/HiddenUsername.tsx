/**
 * Tells password managers which account the form belongs to. Without it they save the next text field, the
 * code, as the username.
 * https://www.chromium.org/developers/design-documents/form-styles-that-chromium-understands/
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
