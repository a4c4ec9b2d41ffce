import { useState } from 'react'
import { attributeHint, attributeLabel } from '#i18n/attributeText.ts'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { browserLanguages } from '#i18n/browserLanguages.ts'
import { attributeInput, attributeSuggestion } from './attributeInput.ts'
import { Field } from './Field.tsx'
import { PhoneField } from './PhoneField.tsx'

interface AttributeFieldProps {
  name: string
  /** Replaces the attribute's usual label. */
  label?: string
  /** The current value. */
  defaultValue?: string
}

/** The user's likely country: the region of their first language, or the one it suggests. */
function likelyCountry(): string {
  return new Intl.Locale(browserLanguages()[0] ?? 'en').maximize().region ?? 'US'
}

/** A field for one user attribute, with the input type, label and hint that suit it. */
export function AttributeField({ name, ...given }: AttributeFieldProps) {
  const t = useTranslate()
  const [suggestion] = useState(() => attributeSuggestion(name))
  const [defaultCountry] = useState(likelyCountry)
  const field = { name, label: attributeLabel(name, t), hint: attributeHint(name, t), ...given }
  if (name === 'phone_number') return <PhoneField {...field} defaultCountry={defaultCountry} />
  return <Field defaultValue={suggestion} {...field} {...attributeInput(name)} />
}
