import { useState } from 'react'
import { browserLanguages } from '#i18n/languageTag.ts'
import { attributeInput, attributeSuggestion } from './attributeInput.ts'
import { Field } from './Field.tsx'
import { PhoneField } from './PhoneField.tsx'

interface AttributeFieldProps {
  name: string
  label: string
  hint?: string | undefined
  /** What the person has so far. */
  defaultValue?: string
  /** What the list of countries is called that stands before a phone number. */
  countryLabel: string
  /** BCP 47: what countries are called. */
  locale: string
}

/** Where the person probably is: the first of their languages that says or suggests a region. */
function likelyCountry(): string {
  return new Intl.Locale(browserLanguages()[0] ?? 'en').maximize().region ?? 'US'
}

/** Asks for one attribute of a user, with the control that suits it. */
export function AttributeField({ countryLabel, locale, ...field }: AttributeFieldProps) {
  const [suggestion] = useState(() => attributeSuggestion(field.name))
  const [defaultCountry] = useState(likelyCountry)
  if (field.name === 'phone_number') {
    return <PhoneField {...field} {...{ countryLabel, locale, defaultCountry }} />
  }
  return <Field defaultValue={suggestion} {...field} {...attributeInput(field.name)} />
}
