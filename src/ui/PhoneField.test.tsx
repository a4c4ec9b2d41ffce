import { StrictMode } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { stepMessages } from '#i18n/en/steps.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { Form } from './Form.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { PhoneField } from './PhoneField.tsx'
import { useForm } from './useForm.ts'

extendEnglish(stepMessages)

function TestForm({ submitted, ...more }: { submitted: string[]; countries?: string[] }) {
  const form = useForm({
    check: (read) => [read('phone') === '' && { field: 'phone', message: 'Enter a number.' }],
    submit: (read) => {
      submitted.push(read('phone'))
      return Promise.reject(new Error('again'))
    },
    explain: () => ({ message: 'Once more.' }),
  })
  return (
    <Form form={form} summary>
      <PhoneField {...more} name="phone" label="Phone" hint="For codes" defaultCountry="DE" />
      <button type="submit">Save</button>
    </Form>
  )
}

function open(countries?: string[]) {
  const submitted: string[] = []
  render(
    <StrictMode>
      <LiveRegion>
        <TestForm submitted={submitted} {...(countries && { countries })} />
      </LiveRegion>
    </StrictMode>,
  )
  return {
    user: userEvent.setup(),
    submitted,
    country: screen.getByLabelText<HTMLSelectElement>('Country'),
    input: screen.getByLabelText<HTMLInputElement>('Phone'),
    save: screen.getByRole('button', { name: 'Save' }),
  }
}

test('submits the number in E.164, by the chosen country or by its own calling code', async () => {
  const { user, submitted, country, input, save } = open()
  await user.type(input, '0151 234567')
  await user.click(save)

  await user.clear(input)
  await user.click(input)
  await user.paste('+44 20 7946 0123')
  expect(country.value).toBe('GB')
  await user.click(save)

  await user.selectOptions(country, 'France (+33)')
  expect(input.value).toBe('2079460123')
  await user.click(save)
  expect(submitted).toEqual(['+49151234567', '+442079460123', '+332079460123'])
})

test('is linked from the summary and described by its hint and error', async () => {
  const { user, input, save } = open()
  await user.click(save)
  await user.click(screen.getByRole('link', { name: 'Enter a number.' }))
  expect(document.activeElement).toBe(input)
  expect(input.getAttribute('aria-invalid')).toBe('true')
  const described = input.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'For codes',
    'Enter a number.',
  ])
})

test('offers the allowed countries only, in the order of the language', async () => {
  const { user, country, input, save, submitted } = open(['CH', 'DE', 'AT'])
  expect(Array.from(country.options, ({ text }) => text)).toEqual([
    'Austria (+43)',
    'Germany (+49)',
    'Switzerland (+41)',
  ])
  // The calling code of another country is kept: the form's check may refuse it.
  await user.type(input, '+33 1 23 45 67 89')
  expect(country.value).toBe('DE')
  await user.click(save)
  expect(submitted).toEqual(['+33123456789'])
})
