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
  /** ISO 3166-1 alpha-2, as all countries here. */
  defaultCountry: string
  /** Countries offered; all by default. A typed number of another country is left for the form to refuse. */
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
      // Isolated in names from right to left, where the plus would otherwise follow the number.
      const number = /\p{Script=Arabic}|\p{Script=Hebrew}/u.test(name)
        ? `\u2066+${code}\u2069`
        : `+${code}`
      return { region, text: `${name} (${number})` }
    })
}

/**
 * A phone number, typed in any usual format. Its value in the form is E.164, or empty. Whether it is a valid
 * number is for the form's check.
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
    // With its calling code, if the chosen country does not stand for it.
    return toE164(national, country) === defaultValue ? national : defaultValue
  })

  function type(value: string) {
    setTyped(value)
    const typedRegion = regionIn(value, country)
    if (has(typedRegion)) setChosen(typedRegion)
  }

  function choose(region: string) {
    setChosen(region)
    // A calling code left in the number would override the choice.
    setTyped(nationalPart(typed))
  }

  return (
    <FieldFrame {...{ name, label, hint, error }}>
      {/* Left to right in every language: the calling code precedes the number. */}
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
          // The hidden input below has the name: its E.164 value is the form's.
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
