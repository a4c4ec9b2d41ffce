import { StrictMode } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { Button } from './Button.tsx'
import { Field } from './Field.tsx'
import { Form } from './Form.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { useForm } from './useForm.ts'

function Letter({ send, summary = false }: { send: () => Promise<void>; summary?: boolean }) {
  const form = useForm({
    check: (read) => [
      read('from') === '' && { field: 'from', message: 'Say who you are.' },
      read('to') === '' && { field: 'to', message: 'Say who it is for.' },
    ],
    submit: send,
    explain: (error) => ({ message: String(error) }),
  })
  return (
    <Form form={form} summary={summary}>
      <Field name="from" label="From" hint="Your own name" />
      <Field name="to" label="To" />
      <Button type="submit" pending={form.pending}>
        Send
      </Button>
    </Form>
  )
}

function open(send: () => Promise<void>, { summary = false } = {}) {
  render(<Letter send={send} summary={summary} />, {
    wrapper: ({ children }) => (
      <StrictMode>
        <LiveRegion>{children}</LiveRegion>
      </StrictMode>
    ),
  })
  return userEvent.setup()
}

async function fill(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('From'), 'Ada')
  await user.type(screen.getByLabelText('To'), 'Charles')
}

test('a form with a summary lists its problems, focuses the summary, and links each to its field', async () => {
  const user = open(async () => {}, { summary: true })
  await user.click(screen.getByRole('button', { name: 'Send' }))

  const alert = screen.getByRole('alert')
  expect(alert.textContent).toBe('There is a problemSay who you are.Say who it is for.')
  expect(alert.parentElement).toBe(document.activeElement)

  await user.click(screen.getByRole('link', { name: 'Say who it is for.' }))
  const to = screen.getByLabelText('To')
  expect(document.activeElement).toBe(to)
  expect(window.location.hash).toBe('')
  expect(to.getAttribute('aria-invalid')).toBe('true')

  const from = screen.getByLabelText('From')
  const described = from.getAttribute('aria-describedby')?.split(' ') ?? []
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'Your own name',
    'Say who you are.',
  ])
})

test('a form without a summary focuses the field and shows its problem', async () => {
  const user = open(async () => {})
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(document.activeElement).toBe(screen.getByLabelText('From'))
  expect(screen.getAllByRole('alert')[0]?.textContent).toBe('Say who you are.')
})

test('a form is submitted once, however often the button is pressed', async () => {
  let sent = 0
  const user = open(
    () => {
      sent += 1
      return new Promise(() => {})
    },
    { summary: true },
  )
  await fill(user)
  const button = screen.getByRole('button', { name: 'Send' })
  await user.dblClick(button)
  await user.keyboard('{Enter}')

  expect(sent).toBe(1)
  expect(button.getAttribute('aria-disabled')).toBe('true')
  expect(button.getAttribute('aria-busy')).toBe('true')
  expect(button.textContent).toBe('Send')
  expect(document.activeElement).toBe(button)
  expect(await screen.findByText('Still working on it…', {}, { timeout: 2000 })).toBeDefined()
})

test('a failure is shown, and the form can be submitted again', async () => {
  let sent = 0
  const user = open(
    async () => {
      sent += 1
      if (sent === 1) throw new Error('The post office is closed')
    },
    { summary: true },
  )
  await fill(user)
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect((await screen.findByRole('alert')).textContent).toContain('The post office is closed')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(sent).toBe(2)
})
