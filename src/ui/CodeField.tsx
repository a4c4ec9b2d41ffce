import { useRef, type ChangeEvent } from 'react'
import { Field } from './Field.tsx'
import { readCode } from './readCode.ts'

interface CodeFieldProps {
  name: string
  label: string
  /** How many digits the challenge's codes have. */
  length: number
  /** Submits the form by itself, once per code, when the last digit is in. */
  submitsItself?: boolean
}

/** One input for a one-time code, however it gets in: typed, pasted or filled in by the phone. */
export function CodeField({ name, label, length, submitsItself = false }: CodeFieldProps) {
  const submitted = useRef('')

  function read({ currentTarget: input }: ChangeEvent<HTMLInputElement>) {
    const code = readCode(input.value, length)
    // Written back only when something must go: writing moves the caret to the end.
    if (input.value !== code) input.value = code
    if (!submitsItself || code.length !== length || code === submitted.current) return
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
      pattern={`[0-9]{${length}}`}
      autoComplete="one-time-code"
      enterKeyHint="done"
      dir="ltr"
      spellCheck={false}
      // The person came to this page to type a code; the heading is read on the way.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- WCAG allows it where the field is the page
      autoFocus
      onChange={read}
    />
  )
}
