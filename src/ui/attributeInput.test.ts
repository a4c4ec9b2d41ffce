import { expect, test } from 'vitest'
import { attributeProblems, readAttributes } from './attributeInput.ts'

test.each([
  ['given_name', 'Ada', undefined],
  ['given_name', '   ', 'missing'],
  ['custom:team', 'Engines', undefined],
  ['custom:team', '', 'missing'],
  ['email', 'ada@example.com', undefined],
  ['email', 'ada', 'email'],
  ['phone_number', '+44 (20) 7946-0123', undefined],
  ['phone_number', '020 7946 0123', 'phone'],
  ['website', 'https://example.com', undefined],
  ['website', 'javascript:alert(1)', 'url'],
  ['updated_at', '1795378564', undefined],
  ['updated_at', 'today', 'number'],
])('%s: the fault of %j is %s', (name, value, fault) => {
  const found = attributeProblems(
    [name],
    () => value,
    (_, kind) => kind,
  )
  expect(found).toEqual(fault === undefined ? [] : [{ field: name, message: fault }])
})

test('values are trimmed, and phone numbers in E.164', () => {
  const typed: Record<string, string> = {
    given_name: ' Ada ',
    phone_number: '+44 (20) 7946-0123',
  }
  expect(readAttributes(['given_name', 'phone_number'], (name) => typed[name] ?? '')).toEqual({
    given_name: 'Ada',
    phone_number: '+442079460123',
  })
})
