import { StrictMode } from 'react'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { CodeField } from './CodeField.tsx'
import { Form } from './Form.tsx'
import { LiveRegion } from './LiveRegion.tsx'
import { useForm } from './useForm.ts'

function Step({ length, submitted }: { length?: number | undefined; submitted: string[] }) {
  const form = useForm({
    check: () => [],
    submit: (read) => {
      submitted.push(read('code'))
      return Promise.reject(new Error('wrong'))
    },
    explain: () => ({ field: 'code', message: 'That code is not right.' }),
  })
  return (
    <Form form={form}>
      <CodeField name="code" label="Code" {...(length !== undefined && { length })} submitsItself />
    </Form>
  )
}

function open(length?: number) {
  const submitted: string[] = []
  render(
    <StrictMode>
      <LiveRegion>
        <Step length={length} submitted={submitted} />
      </LiveRegion>
    </StrictMode>,
  )
  return {
    user: userEvent.setup(),
    input: screen.getByLabelText<HTMLInputElement>('Code'),
    submitted,
  }
}

test('is one input with the attributes that phones and password managers need, and has the focus', () => {
  const { input } = open(8)
  const wanted = {
    type: 'text',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    enterkeyhint: 'done',
    pattern: '[0-9]{8}',
    maxlength: null,
  }
  const found = Object.keys(wanted).map((name) => [name, input.getAttribute(name)])
  expect(Object.fromEntries(found)).toEqual(wanted)
  expect(document.activeElement).toBe(input)
})

test('finds the code in a pasted message and submits it once', async () => {
  const { user, input, submitted } = open(6)
  await user.click(input)
  await user.paste('Your code is 123 456.')
  expect(input.value).toBe('123456')
  expect(submitted).toEqual(['123456'])
})

test('submits when the last digit is typed, and after an error waits for another code', async () => {
  const { user, input, submitted } = open(6)
  await user.type(input, '12345')
  expect(submitted).toEqual([])
  await user.type(input, '6')
  await screen.findByText('That code is not right.')
  expect(submitted).toEqual(['123456'])

  expect(document.activeElement).toBe(input)
  expect([input.selectionStart, input.selectionEnd]).toEqual([0, 6])
  await user.keyboard('654321')
  expect(submitted).toEqual(['123456', '654321'])
})

test('a code of another length is submitted by the user', async () => {
  const { user, input, submitted } = open(8)
  await user.type(input, '123456')
  expect(submitted).toEqual([])
  await user.keyboard('{Enter}')
  expect(submitted).toEqual(['123456'])
})

test('submits a pasted code, but not a typed one, where its length is unknown', async () => {
  const { user, input, submitted } = open()
  await user.type(input, '123456')
  expect(submitted).toEqual([])
  await user.clear(input)
  await user.paste('Your code is 1234 5678.')
  expect(submitted).toEqual(['12345678'])
})
