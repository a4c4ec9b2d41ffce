import { useMemo } from 'react'
import { attributeText } from '#i18n/attributeText.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { localeNames } from '#i18n/locales.ts'
import { useText } from '#i18n/WordsProvider.tsx'
import { attributeInput } from '#ui/attributeInput.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Field } from '#ui/Field.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { addressLines } from './address.ts'
import { controlOf } from './controls.ts'
import { languageName } from './shownValue.ts'

/** Asks for one attribute with the control that suits it. */
export function AttributeControl({ name, value }: { name: string; value: string }) {
  const text = useText()
  const config = useConfig()
  const { label, hint } = attributeText(name, text)
  const control = controlOf(name, config)
  const field = { name, label }
  const none = { value: '', label: text('profile.none') }
  switch (control.is) {
    case 'date':
      return <DateField {...field} defaultValue={value} autoComplete="bday" />
    case 'boolean':
      return <Checkbox {...field} defaultChecked={value === 'true'} />
    case 'address':
      return (
        <TextAreaField
          {...field}
          autoComplete="street-address"
          defaultValue={addressLines(value)}
        />
      )
    case 'choice':
      return (
        <SelectField
          {...field}
          defaultValue={value}
          options={[none, ...withOwn(control.of, value).map((one) => ({ value: one, label: one }))]}
        />
      )
    case 'locale':
      return <LocaleField {...field} value={value} />
    case 'zone':
      return <ZoneField {...field} value={value} />
    case 'number':
      return <Field {...field} hint={hint} inputMode="decimal" dir="ltr" defaultValue={value} />
    default:
      return <Field {...field} hint={hint} {...attributeInput(name)} defaultValue={value} />
  }
}

interface ListProps {
  name: string
  label: string
  value: string
}

/** What somebody has stays to be chosen, whatever the list says. */
const withOwn = (options: readonly string[], own: string) =>
  own === '' || options.includes(own) ? options : [own, ...options]

/** The languages of the portal; another one that somebody has stays. */
function LocaleField({ value, ...field }: ListProps) {
  const text = useText()
  const options = withOwn(Object.keys(localeNames), value).map((tag) => ({
    value: tag,
    label: languageName(tag, text),
  }))
  return (
    <SelectField
      {...field}
      defaultValue={value}
      options={[{ value: '', label: text('profile.none') }, ...options]}
    />
  )
}

/** By their own names, which are what Cognito keeps; typing finds, as in every list of a browser. */
function ZoneField({ value, ...field }: ListProps) {
  const text = useText()
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), [])
  return (
    <SelectField
      {...field}
      defaultValue={value}
      options={[
        { value: '', label: text('profile.none') },
        ...withOwn(zones, value).map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') })),
      ]}
    />
  )
}
