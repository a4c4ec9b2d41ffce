import { expect, test } from 'vitest'
import { readCode } from './readCode.ts'

test.each([
  ['123456', 6, '123456'],
  ['Your code is 123 456.', 6, '123456'],
  ['123-456', 6, '123456'],
  ['  123456\n', 6, '123456'],
  ['On 24 Dec: 123456', 6, '123456'],
  ['@example.com #123456', 6, '123456'],
  ['١٢٣٤٥٦', 6, '123456'],
  ['۱۲۳۴۵۶', 6, '123456'],
  ['१२३४५६', 6, '123456'],
  ['１２３ ４５６', 6, '123456'],
  ['12', 6, '12'],
  ['12a4', 6, '124'],
  ['code', 6, ''],
  // A wrong length is for the pool to refuse; no code has more than ten digits.
  ['12345678', 6, '12345678'],
  ['1234 5678', 8, '12345678'],
  ['123456789012', 6, '1234567890'],
])('%j, where %i digits are expected, is %j', (typed, length, code) => {
  expect(readCode(typed, length)).toBe(code)
})

test.each([
  ['Your code is 123 456.', '123456'],
  ['12345678', '12345678'],
  ['On 24 Dec 2026: 1234 5678', '12345678'],
  ['12', '12'],
])('%j, where the number of digits is unknown, is %j', (typed, code) => {
  expect(readCode(typed)).toBe(code)
})
