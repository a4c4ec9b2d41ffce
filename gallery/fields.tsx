import type { ComponentProps } from 'react'
import { I18nContext } from '#i18n/I18nProvider.tsx'
import { createTranslate } from '#i18n/translate.ts'
import { CodeField } from '#ui/CodeField.tsx'
import { DateField } from '#ui/DateField.tsx'
import { Field } from '#ui/Field.tsx'
import { NewPasswordField } from '#ui/NewPasswordField.tsx'
import { PasswordField } from '#ui/PasswordField.tsx'
import { PhoneField } from '#ui/PhoneField.tsx'
import { SelectField } from '#ui/SelectField.tsx'
import { UsernameField } from '#ui/UsernameField.tsx'
import { Invalid, Sample, type Entry } from './Sample.tsx'
import { longText, longWord } from './longText.ts'

const policy = {
  minimumLength: 12,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
}

const languages = [
  { value: '', label: 'Choose a language' },
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
  { value: 'ar', label: 'العربية' },
]

const many = Array.from({ length: 200 }, (_, index) => ({
  value: String(index),
  label: `Time zone number ${index + 1}, in a place with a long name of its own`,
}))

const arabic: ComponentProps<typeof I18nContext>['value'] = {
  // The field reads `t` only, so that a clone may remove any language.
  locale: 'en',
  t: createTranslate('ar', { 'phone.country': 'بلد رقم الهاتف' }, { rightToLeft: true }),
  setLocale: () => {},
}

export const fields: Entry[] = [
  {
    name: 'Field',
    samples: () => (
      <>
        <Sample title="Empty">
          <Field name="field-empty" label="Given name" />
        </Sample>
        <Sample title="Filled, with a hint">
          <Field
            name="field-filled"
            label="E-mail address"
            hint="We send a code to it."
            type="email"
            defaultValue="ada@example.com"
          />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'field-invalid': 'Enter an address such as ada@example.com.' }}>
            <Field
              name="field-invalid"
              label="E-mail address"
              hint="We send a code to it."
              defaultValue="ada@"
            />
          </Invalid>
        </Sample>
        <Sample title="With a link beside it">
          <Field name="field-aside" label="Code" aside={<a href="#field">Not got one?</a>} />
        </Sample>
        <Sample title="Read only, and disabled">
          <Field name="field-read" label="User name" defaultValue="ada" readOnly />
          <Field name="field-disabled" label="Group" defaultValue="admins" disabled />
        </Sample>
        <Sample title="Long text">
          <Invalid fields={{ 'field-long': longText }}>
            <Field name="field-long" label={longText} hint={longText} defaultValue={longWord} />
          </Invalid>
        </Sample>
      </>
    ),
  },
  {
    name: 'SelectField',
    samples: () => (
      <>
        <Sample title="Empty">
          <SelectField name="select-empty" label="Language" options={languages} />
        </Sample>
        <Sample title="Filled, with a hint">
          <SelectField
            name="select-filled"
            label="Language"
            hint="For this portal and its messages."
            options={languages}
            defaultValue="de"
          />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'select-invalid': 'Choose a language.' }}>
            <SelectField name="select-invalid" label="Language" options={languages} />
          </Invalid>
        </Sample>
        <Sample title="Disabled">
          <SelectField name="select-disabled" label="Language" options={languages} disabled />
        </Sample>
        <Sample title="Many items, long text">
          <SelectField name="select-many" label={longText} options={many} defaultValue="120" />
        </Sample>
      </>
    ),
  },
  {
    name: 'DateField',
    samples: () => (
      <>
        <Sample title="Empty">
          <DateField name="date-empty" label="Date of birth" autoComplete="bday" />
        </Sample>
        <Sample title="Filled, with a hint">
          <DateField
            name="date-filled"
            label="Valid until"
            hint="Within the year 2030."
            min="2030-01-01"
            max="2030-12-31"
            defaultValue="2030-06-15"
          />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'date-invalid': 'Enter a date in the past.' }}>
            <DateField name="date-invalid" label="Date of birth" defaultValue="2130-06-15" />
          </Invalid>
        </Sample>
      </>
    ),
  },
  {
    name: 'PhoneField',
    samples: () => (
      <>
        <Sample title="Empty">
          <PhoneField name="phone-empty" label="Phone number" defaultCountry="DE" />
        </Sample>
        <Sample title="Filled, with a hint">
          <PhoneField
            name="phone-filled"
            label="Phone number"
            hint="We send a code to it by text message."
            defaultCountry="DE"
            defaultValue="+442079460123"
          />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'phone-invalid': 'Enter a whole phone number.' }}>
            <PhoneField name="phone-invalid" label="Phone number" defaultCountry="DE" />
          </Invalid>
        </Sample>
        <Sample title="Some countries only, named in Arabic">
          <I18nContext value={arabic}>
            <PhoneField
              name="phone-some"
              label="رقم الهاتف"
              countries={['DE', 'EG', 'AE', 'SA']}
              defaultCountry="AE"
            />
          </I18nContext>
        </Sample>
      </>
    ),
  },
  {
    name: 'UsernameField',
    samples: () => (
      <Sample title="Filled">
        <UsernameField label="E-mail address or user name" defaultValue="ada@example.com" />
      </Sample>
    ),
  },
  {
    name: 'PasswordField',
    samples: () => (
      <>
        <Sample title="Empty">
          <PasswordField
            name="password-empty"
            label="Password"
            autoComplete="current-password"
            aside={<a href="#passwordfield">Forgotten it?</a>}
          />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'password-invalid': 'Enter your password.' }}>
            <PasswordField
              name="password-invalid"
              label="Password"
              autoComplete="current-password"
            />
          </Invalid>
        </Sample>
      </>
    ),
  },
  {
    name: 'NewPasswordField',
    samples: () => (
      <Sample title="Type to see the rules met">
        <NewPasswordField name="password-new" label="New password" policy={policy} />
      </Sample>
    ),
  },
  {
    name: 'CodeField',
    samples: () => (
      <>
        <Sample title="Empty">
          <CodeField name="code-empty" label="Code from your authenticator app" length={6} />
        </Sample>
        <Sample title="Invalid">
          <Invalid fields={{ 'code-invalid': 'That code is not right, or not right any more.' }}>
            <CodeField name="code-invalid" label="Code from the e-mail" length={8} />
          </Invalid>
        </Sample>
      </>
    ),
  },
]
