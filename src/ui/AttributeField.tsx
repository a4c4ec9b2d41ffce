import { useState } from 'react'
import { attributeInput, attributeSuggestion } from './attributeInput.ts'
import { Field } from './Field.tsx'

/** Asks for one attribute of a user, with the input that suits it. */
export function AttributeField(props: { name: string; label: string; hint?: string }) {
  const [suggestion] = useState(() => attributeSuggestion(props.name))
  return <Field {...props} {...attributeInput(props.name)} defaultValue={suggestion} />
}
