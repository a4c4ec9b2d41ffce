import { StrictMode } from 'react'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { stepMessages } from '#i18n/en/steps.ts'
import { extendEnglish } from '#i18n/translate.ts'
import { LiveRegion } from './LiveRegion.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'

extendEnglish(stepMessages)

const policy = {
  minimumLength: 8,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: true,
  requireSymbols: false,
}

function open() {
  render(
    <StrictMode>
      <LiveRegion>
        <form onSubmit={(event) => event.preventDefault()}>
          <NewPasswordField name="password" label="Password" policy={policy} />
          <button type="submit">Save</button>
        </form>
      </LiveRegion>
    </StrictMode>,
  )
  const input = screen.getByLabelText<HTMLInputElement>('Password')
  return { user: userEvent.setup(), input, status: screen.getByRole('status') }
}

test('shows and hides the password, announces it, and hides it again on submit', async () => {
  const { user, input, status } = open()
  await user.type(input, ' leading and trailing ')
  await user.click(screen.getByRole('button', { name: 'Show password' }))
  expect(input.type).toBe('text')
  expect(status.textContent).toBe('Your password is visible.')

  const toggle = screen.getByRole('button', { name: 'Hide password' })
  expect(toggle.getAttribute('aria-controls')).toBe(input.id)
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(input.type).toBe('password')
  expect(input.value).toBe(' leading and trailing ')
})

test('the input has the attributes that password managers and keyboards need', () => {
  const { input } = open()
  const wanted = {
    autocomplete: 'new-password',
    autocapitalize: 'none',
    spellcheck: 'false',
    id: 'password',
    name: 'password',
    maxlength: null,
  }
  const found = Object.keys(wanted).map((name) => [name, input.getAttribute(name)])
  expect(Object.fromEntries(found)).toEqual(wanted)
})

test('ticks off the rules as text, and announces a summary when typing pauses', async () => {
  const { user, input, status } = open()
  const rules = () => screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(rules()).toEqual(['still needed: at least 8 characters', 'still needed: a number (0–9)'])

  await user.type(input, 'longer than eight')
  expect(rules()).toEqual(['done: at least 8 characters', 'still needed: a number (0–9)'])
  expect(status.textContent).toBe('')
  expect(
    await screen.findByText('Still needed: a number (0–9).', {}, { timeout: 2000 }),
  ).toBeDefined()

  await user.type(input, '1')
  expect(
    await screen.findByText('Your password meets every requirement.', {}, { timeout: 2000 }),
  ).toBeDefined()
  const checklist = document.getElementById(input.getAttribute('aria-describedby') ?? '')
  expect(checklist?.textContent).toContain('Your password needs')
})

test('warns of Caps Lock while the password is typed', () => {
  const { input, status } = open()
  fireEvent.keyDown(input, { key: 'A', modifierCapsLock: true })
  expect(screen.getAllByText('Caps Lock is on.')).toHaveLength(2)
  expect(status.textContent).toBe('Caps Lock is on.')
  fireEvent.keyUp(input, { key: 'CapsLock', modifierCapsLock: false })
  expect(screen.getAllByText('Caps Lock is on.')).toEqual([status.firstElementChild])
})
