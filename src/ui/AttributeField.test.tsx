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

function Asks({ name }: { name: string }) {
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
      <Asks name={name} />
    </LiveRegion>,
  )

afterEach(() => void vi.restoreAllMocks())

// WebKit without a locale says `C`; a POSIX name has an underscore.
const languages: [said: string[], country: string, suggested: string][] = [
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
  'asks for attributes where the browser says %j',
  (said, country, suggested) => {
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(said)
    const { unmount } = open('phone_number')
    expect(screen.getByLabelText('Country')).toHaveProperty('value', country)
    unmount()
    for (const name of ['email', 'custom:team']) open(name).unmount()
    open('locale')
    expect(screen.getByLabelText('Language')).toHaveProperty('value', suggested)
  },
)

test.each(languages)('says dates and lists where the browser says %j', (said) => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(said)
  expect(formatDateTime({ locale: 'en' }, 0)).toMatch(/1970/)
  expect(formatList({ locale: 'de' }, ['a', 'b', 'c'])).toBe('a, b und c')
})

test.each([8.64e15 + 1, -1e20, Number.NaN, Number.POSITIVE_INFINITY])(
  'says the number itself where no time is that large: %d',
  (epochMs) => {
    expect(formatDateTime({ locale: 'en' }, epochMs)).toBe(String(epochMs))
  },
)
