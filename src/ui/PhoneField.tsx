import { useMemo, useState } from 'react'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { callingCode, regions } from './callingCodes.ts'
import { FieldFrame } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { nationalPart, regionIn, toE164 } from './phoneNumber.ts'
import { useField } from './useField.ts'

interface PhoneFieldProps {
  name: string
  label: string
  hint?: string | undefined
  /** ISO 3166-1 alpha-2, as are all countries here. */
  defaultCountry: string
  /** The only ones to choose from. A number that names another country is for the form to refuse. */
  countries?: readonly string[]
  /** E.164. */
  defaultValue?: string
}

interface Country {
  region: string
  text: string
}

function listCountries(locale: string, allowed: readonly string[]): Country[] {
  const names = new Intl.DisplayNames(locale, { type: 'region' })
  const collator = new Intl.Collator(locale)
  return allowed
    .map((region) => ({ region, name: names.of(region) ?? region, code: callingCode(region) }))
    .sort((a, b) => collator.compare(a.name, b.name))
    .map(({ region, name, code }) => {
      // Isolated where the name runs from right to left, or the plus would stand behind its number.
      const number = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name)
        ? `\u2066+${code}\u2069`
        : `+${code}`
      return { region, text: `${name} (${number})` }
    })
}

/**
 * Asks for a phone number as people write it. Its value in the form is E.164, or empty; whether the
 * number may be one at all is for the form's check.
 */
export function PhoneField(props: PhoneFieldProps) {
  const { name, label, hint, defaultCountry, defaultValue = '' } = props
  const { countries = regions } = props
  const t = useTranslate()
  const { error, control } = useField(name, { hint })
  const [chosen, setChosen] = useState(() => regionIn(defaultValue, defaultCountry))
  const list = useMemo(() => listCountries(t.locale, countries), [t.locale, countries])
  const has = (region: string | undefined) => region !== undefined && countries.includes(region)
  const country = [chosen, defaultCountry].find(has) ?? list[0]?.region ?? ''
  const [typed, setTyped] = useState(() => {
    const national = nationalPart(defaultValue)
    // With the calling code where that says more than the country beside it.
    return toE164(national, country) === defaultValue ? national : defaultValue
  })

  function type(value: string) {
    setTyped(value)
    const named = regionIn(value, country)
    if (has(named)) setChosen(named)
  }

  function choose(region: string) {
    setChosen(region)
    // Left there, the calling code of another country would win over the choice.
    setTyped(nationalPart(typed))
  }

  return (
    <FieldFrame {...{ name, label, hint, error }}>
      {/* From left to right in every language: the number reads on from its calling code. */}
      <div className="phone" dir="ltr">
        <span className="input phone-country">
          <select
            aria-label={t('phone.country')}
            autoComplete="off"
            value={country}
            onChange={(event) => choose(event.target.value)}
          >
            {list.map(({ region, text }) => (
              <option value={region} key={region}>
                {text}
              </option>
            ))}
          </select>
          <span aria-hidden="true">
            {country} +{callingCode(country)}
          </span>
          <Icon name="chevron" />
        </span>
        <input
          {...control}
          // The composed number below has the name, and with it the value in the form.
          name={undefined}
          className="input"
          type="tel"
          autoComplete="tel"
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      <input type="hidden" name={name} value={toE164(typed, country)} />
    </FieldFrame>
  )
}
