import { useId, useMemo } from 'react'
import { attributeHint, attributeLabel } from '#i18n/attributeText.ts'
import { useConfig } from '#config/ConfigProvider.tsx'
import { useTranslate } from '#i18n/I18nProvider.tsx'
import { attributeInput } from '#ui/attributeInput.ts'
import { Checkbox } from '#ui/Checkbox.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Field } from '#ui/Field.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { TextAreaField } from '#ui/TextAreaField.tsx'
import { addressLines } from './address.ts'
import { controlOf } from './controls.ts'
import { genderSuggestions, genderText } from './gender.ts'
import { languageGroups } from './languageGroups.ts'
import { languageName } from './attributeValueText.ts'
import { timeZoneGroups } from './timeZoneGroups.ts'

/** Form control for one attribute, chosen by `controlOf`. */
export function AttributeControl({ name, value }: { name: string; value: string }) {
  const t = useTranslate()
  const config = useConfig()
  const label = attributeLabel(name, t)
  const hint = attributeHint(name, t)
  const control = controlOf(name, config)
  const field = { name, label }
  const none = { value: '', label: t('profile.none') }
  switch (control.kind) {
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
          options={[
            none,
            ...withCurrent(control.options, value).map((one) => ({ value: one, label: one })),
          ]}
        />
      )
    case 'locale':
      return <LocaleField {...field} value={value} />
    case 'timeZone':
      return <TimeZoneField {...field} value={value} />
    case 'gender':
      return <GenderField {...field} value={value} />
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

/** Adds the current value to the options, so that saving the form cannot change it unnoticed. */
const withCurrent = (options: readonly string[], current: string) =>
  current === '' || options.includes(current) ? options : [current, ...options]

type Groups = { label: string; options: { value: string; label: string }[] }[]

/** Options of a select: none, the current value if no group has it, and the groups. */
function useOptions(groups: Groups, current: string, currentLabel: string) {
  const t = useTranslate()
  const isListed = groups.some(({ options }) => options.some(({ value }) => value === current))
  const extra = current === '' || isListed ? [] : [{ value: current, label: currentLabel }]
  return [{ value: '', label: t('profile.none') }, ...extra, ...groups]
}

function LocaleField({ value, ...field }: ListProps) {
  const t = useTranslate()
  const groups = useMemo(() => languageGroups(t), [t])
  const options = useOptions(groups, value, languageName(value, t))
  return <SelectField {...field} defaultValue={value} options={options} />
}

function TimeZoneField({ value, ...field }: ListProps) {
  const t = useTranslate()
  const groups = useMemo(() => timeZoneGroups(t), [t])
  return <SelectField {...field} defaultValue={value} options={useOptions(groups, value, value)} />
}

/** Text field with suggestions. */
function GenderField({ value, ...field }: ListProps) {
  const t = useTranslate()
  const list = useId()
  return (
    <>
      <Field
        {...field}
        {...attributeInput('gender')}
        list={list}
        defaultValue={genderText(value, t)}
      />
      <datalist id={list}>
        {genderSuggestions(t).map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
    </>
  )
}
