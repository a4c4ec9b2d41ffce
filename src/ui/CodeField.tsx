import { useRef, type ChangeEvent } from 'react'
import { Field } from './Field.tsx'
import { isWhole, readCode } from './readCode.ts'

interface CodeFieldProps {
  name: string
  label: string
  /** How many digits the codes have. Left out where nobody says: then only what is pasted is sent off at once. */
  length?: number
  /** Whether the page is about nothing else, so that the field has the focus from the start. */
  focused?: boolean
  /** Submits the form by itself, once per code, when the last digit is in. */
  submitsItself?: boolean
}

const isTyped = (event: Event) => event instanceof InputEvent && event.inputType === 'insertText'

/** One input for a one-time code, however it gets in: typed, pasted or filled in by the phone. */
export function CodeField({
  name,
  label,
  length,
  focused = true,
  submitsItself = false,
}: CodeFieldProps) {
  const submitted = useRef('')

  function read({ currentTarget: input, nativeEvent }: ChangeEvent<HTMLInputElement>) {
    const code = readCode(input.value, length)
    // Written back only when something must go: writing moves the caret to the end.
    if (input.value !== code) input.value = code
    if (!submitsItself || !isWhole(code, length) || code === submitted.current) return
    // Typed digit by digit, a code of unknown length is whole when the person says so.
    if (length === undefined && isTyped(nativeEvent)) return
    submitted.current = code
    input.form?.requestSubmit()
  }

  return (
    <Field
      className="input input-code"
      name={name}
      label={label}
      type="text"
      inputMode="numeric"
      pattern={length === undefined ? '[0-9]{4,10}' : `[0-9]{${length}}`}
      autoComplete="one-time-code"
      enterKeyHint="done"
      dir="ltr"
      spellCheck={false}
      // The person came to this page to type a code; the heading is read on the way.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- WCAG allows it where the field is the page
      autoFocus={focused}
      onChange={read}
    />
  )
}
