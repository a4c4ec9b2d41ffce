import { StrictMode } from 'react'
import { fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { LiveRegion } from './LiveRegion.tsx'
import { NewPasswordField } from './NewPasswordField.tsx'

const words = {
  show: 'Show password',
  hide: 'Hide password',
  shown: 'Your password is visible.',
  hidden: 'Your password is hidden.',
  capsLock: 'Caps Lock is on.',
  title: 'Your password needs',
  met: 'done:',
  unmet: 'still needed:',
  allMet: 'All done.',
  needed: (rules: string[]) => `Needs ${rules.join(' and ')}.`,
  rules: {
    length: '8 characters',
    lowercase: 'a lower-case letter',
    uppercase: 'an upper-case letter',
    number: 'a number',
    symbol: 'a symbol',
  },
}
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
          <NewPasswordField name="password" label="Password" policy={policy} words={words} />
          <button type="submit">Save</button>
        </form>
      </LiveRegion>
    </StrictMode>,
  )
  const input = screen.getByLabelText<HTMLInputElement>('Password')
  return { user: userEvent.setup(), input, status: screen.getByRole('status') }
}

test('shows and hides the password, says so, and hides it again on submit', async () => {
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

test('keeps the input as password managers and keyboards want it', () => {
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

test('ticks off the policy in words, and sums up when typing pauses', async () => {
  const { user, input, status } = open()
  const rules = () => screen.getAllByRole('listitem').map((item) => item.textContent)
  expect(rules()).toEqual(['still needed: 8 characters', 'still needed: a number'])

  await user.type(input, 'longer than eight')
  expect(rules()).toEqual(['done: 8 characters', 'still needed: a number'])
  expect(status.textContent).toBe('')
  expect(await screen.findByText('Needs a number.', {}, { timeout: 2000 })).toBeDefined()

  await user.type(input, '1')
  expect(await screen.findByText('All done.', {}, { timeout: 2000 })).toBeDefined()
  const checklist = document.getElementById(input.getAttribute('aria-describedby') ?? '')
  expect(checklist?.textContent).toContain('Your password needs')
})

test('tells of Caps Lock while the password is typed', () => {
  const { input, status } = open()
  fireEvent.keyDown(input, { key: 'A', modifierCapsLock: true })
  expect(screen.getAllByText('Caps Lock is on.')).toHaveLength(2)
  expect(status.textContent).toBe('Caps Lock is on.')
  fireEvent.keyUp(input, { key: 'CapsLock', modifierCapsLock: false })
  expect(screen.getAllByText('Caps Lock is on.')).toEqual([status.firstElementChild])
})
