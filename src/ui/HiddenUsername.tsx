/**
 * Tells password managers which account the form belongs to. Without it they save the next text field, the
 * code, as the username. In a form that can be in a dialog, it stands after the visible fields: a dialog that
 * opens focuses its first field, also if that is hidden.
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
