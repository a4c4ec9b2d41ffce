import { expect, test } from 'vitest'
import { checkPassword, unmetRules, type PasswordPolicy } from './passwordRules.ts'

const strict: PasswordPolicy = {
  minimumLength: 8,
  requireLowercase: true,
  requireUppercase: true,
  requireNumbers: true,
  requireSymbols: true,
}
const lax: PasswordPolicy = {
  minimumLength: 6,
  requireLowercase: false,
  requireUppercase: false,
  requireNumbers: false,
  requireSymbols: false,
}
const symbolOnly = { ...lax, requireSymbols: true }

test.each([
  ['', strict, ['length', 'lowercase', 'uppercase', 'number', 'symbol']],
  ['Abcdef1!', strict, []],
  ['abcdef1!', strict, ['uppercase']],
  ['ABCDEF1!', strict, ['lowercase']],
  ['Abcdefg!', strict, ['number']],
  ['Abcdefg1', strict, ['symbol']],
  ['Abc1!', strict, ['length']],
  // Letters and digits outside ASCII are allowed, but Cognito does not count them.
  ['ÄÖÜäöü١٢٣', strict, ['lowercase', 'uppercase', 'number', 'symbol']],
  ['correct horse', { ...lax, minimumLength: 15 }, ['length']],
  ['six by', lax, []],
  // Six characters of two UTF-16 units each are six.
  ['🔑🔑🔑🔑🔑🔑', { ...lax, minimumLength: 7 }, ['length']],
  ['in side', symbolOnly, []],
  [' before', symbolOnly, ['symbol']],
  ['behind ', symbolOnly, ['symbol']],
  ['section§', symbolOnly, ['symbol']],
])('unmet rules of %j', (password, policy, unmet) => {
  expect(unmetRules(password, policy)).toEqual(unmet)
})

test.each(Array.from('^$*.[]{}()?"!@#%&/\\,><\':;|_~`=+-'))('%s is a symbol', (symbol) => {
  expect(unmetRules(`letters${symbol}`, symbolOnly)).toEqual([])
})

test('only the rules of the policy are listed', () => {
  expect(checkPassword('abc123', lax)).toEqual([{ rule: 'length', met: true }])
})
