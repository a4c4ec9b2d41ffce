import { useRef, type ChangeEvent } from 'react'
import { Field } from './Field.tsx'
import { isComplete, readCode } from './readCode.ts'

interface CodeFieldProps {
  name: string
  label: string
  /** Number of digits, if known. If not, only a pasted code is submitted by itself. */
  length?: number
  /** Focuses the field at once: for pages that only ask for a code. */
  focused?: boolean
  /** Submits the form when the last digit is entered, once for each code. */
  submitsItself?: boolean
}

const isTyped = (event: Event) => event instanceof InputEvent && event.inputType === 'insertText'

/** One input for a one-time code: typed, pasted or filled in by the phone. */
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
    // Written back only when it differs: writing moves the caret to the end.
    if (input.value !== code) input.value = code
    if (!submitsItself || !isComplete(code, length) || code === submitted.current) return
    // The end of a typed code of unknown length cannot be known: the user submits it.
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
      // The page is there to enter a code; screen readers still read its heading.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- WCAG allows it where the field is the page
      autoFocus={focused}
      onChange={read}
    />
  )
}
