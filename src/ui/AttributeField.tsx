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

/** Where the person probably is: the first of their languages that says or suggests a region. */
function likelyCountry(): string {
  return new Intl.Locale(browserLanguages()[0] ?? 'en').maximize().region ?? 'US'
}

/** Asks for one attribute of a user, with the control that suits it. */
export function AttributeField({ name, ...given }: AttributeFieldProps) {
  const t = useTranslate()
  const [suggestion] = useState(() => attributeSuggestion(name))
  const [defaultCountry] = useState(likelyCountry)
  const field = { name, label: attributeLabel(name, t), hint: attributeHint(name, t), ...given }
  if (name === 'phone_number') return <PhoneField {...field} defaultCountry={defaultCountry} />
  return <Field defaultValue={suggestion} {...field} {...attributeInput(name)} />
}
