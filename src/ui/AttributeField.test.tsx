import { render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { formatDateTime, formatList } from '#i18n/format.ts'
import { stepMessages } from '#i18n/en/steps.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { AttributeField } from './AttributeField.tsx'
import { Form } from './Form.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { useForm } from './useForm.ts'

extendEnglish(stepMessages)

function TestForm({ name }: { name: string }) {
  const form = useForm({
    check: () => [],
    submit: () => Promise.resolve(),
    explain: () => ({ message: 'Once more.' }),
  })
  return (
    <Form form={form} summary>
      <AttributeField name={name} />
    </Form>
  )
}

const open = (name: string) =>
  render(
    <LiveRegion>
      <TestForm name={name} />
    </LiveRegion>,
  )

afterEach(() => void vi.restoreAllMocks())

// WebKit without a locale reports `C`; a POSIX name has an underscore.
const languages: [languages: string[], country: string, suggested: string][] = [
  [['de-AT'], 'AT', 'de-AT'],
  [['sv'], 'SE', 'sv'],
  [['C'], 'US', ''],
  [['C', 'de-CH'], 'CH', 'de-CH'],
  [['POSIX-'], 'US', ''],
  [['en_GB'], 'US', ''],
  [['i-klingon'], 'US', ''],
  [[''], 'US', ''],
  [['und'], 'US', 'und'],
  [[], 'US', ''],
]

test.each(languages)(
  'fields for attributes work where navigator.languages is %j',
  (reported, country, suggested) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(reported)
    const { unmount } = open('phone_number')
    expect(screen.getByLabelText('Country')).toHaveProperty('value', country)
    unmount()
    for (const name of ['email', 'custom:team']) open(name).unmount()
    open('locale')
    expect(screen.getByLabelText('Language')).toHaveProperty('value', suggested)
  },
)

test.each(languages)(
  'dates and lists are formatted where navigator.languages is %j',
  (reported) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(reported)
    expect(formatDateTime({ locale: 'en' }, 0)).toMatch(/1970/)
    expect(formatList({ locale: 'de' }, ['a', 'b', 'c'])).toBe('a, b und c')
  },
)

test.each([8.64e15 + 1, -1e20, Number.NaN, Number.POSITIVE_INFINITY])(
  'a number that is too large for a date is shown as it is: %d',
  (epochMs) => {
    expect(formatDateTime({ locale: 'en' }, epochMs)).toBe(String(epochMs))
  },
)
