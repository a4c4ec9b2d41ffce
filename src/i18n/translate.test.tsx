import { expect, test, vi } from 'vitest'
import { AuthError } from '#auth/errors.ts'
import { attributeLabel } from './attributeText.ts'
import { authErrorText } from './authErrorText.ts'
import { formatDate, formatRelative } from './format.ts'
import { messages } from './en/messages.ts'
import { accentMessage } from './pseudo.ts'
import { createTranslate, extendEnglish } from './translate.ts'

const t = createTranslate('en', {})
extendEnglish(messages)

test.each([
  ['given_name', 'First name'],
  ['custom:favourite_colour', 'Favourite colour'],
  ['custom:favouriteColour', 'Favourite colour'],
  ['dev:custom:team', 'Team'],
  ['ConfirmationCode', 'Confirmation code'],
])('the label of %s is %j', (name, label) => {
  expect(attributeLabel(name, t)).toBe(label)
})

test('an error belongs to the field that Cognito named, or to that of its code', () => {
  const refused = new AuthError({ code: 'invalidInput', field: 'custom:team' })
  const labelOf = (name: string) => attributeLabel(name, t)
  expect(authErrorText(refused, t, { 'custom:team': 'team' }, labelOf)).toEqual({
    field: 'team',
    message: 'Team was not accepted. Check it and try again.',
  })
  const mismatch = new AuthError({ code: 'codeMismatch' })
  expect(authErrorText(mismatch, t, { codeMismatch: 'code' }).field).toBe('code')
  expect(authErrorText(mismatch, t)).not.toHaveProperty('field')
})

test('the message of a trigger is shown as it is, and a failure has its request id', () => {
  const trigger = new AuthError({ code: 'refusedByPool', detail: 'Only for drivers.' })
  expect(authErrorText(trigger, t).message).toBe('Only for drivers.')
  const failure = new AuthError({ code: 'unexpected', requestId: '3f1e' })
  expect(authErrorText(failure, t).message).toMatch(/Reference: 3f1e$/)
  const offline = new AuthError({ code: 'network', requestId: '3f1e' })
  expect(authErrorText(offline, t).message).not.toContain('3f1e')
})

test('a bug is reported, and the user gets a message', () => {
  const report = vi.fn<(error: unknown) => void>()
  vi.stubGlobal('reportError', report)
  const bug = new TypeError('undefined is not a function')
  expect(authErrorText(bug, t).message).toBe(
    'Something unexpected happened. Try again in a moment.',
  )
  expect(report).toHaveBeenCalledWith(bug)
  vi.unstubAllGlobals()
})

test('dates and relative times are formatted', () => {
  expect(formatDate(t, '1990-12-10')).toBe('December 10, 1990')
  expect(formatDate(t, 'not a date')).toBe('not a date')
  expect(formatRelative(t, 30 * 86_400_000, 0)).toBe('in 30 days')
  expect(formatRelative(t, 0, 2 * 3_600_000)).toBe('2 hours ago')
  expect(formatRelative(t, 1000, 0)).toBe('now')
})

test('a message that is not loaded throws; the pseudo-locale accents the English only', () => {
  // @ts-expect-error -- no such key
  expect(() => t('signIn.missing')).toThrow('The message signIn.missing is not loaded')
  const pseudo = createTranslate(
    'en-XA',
    { 'signIn.submit': 'Come in' },
    { transformEnglish: accentMessage },
  )
  expect(pseudo('signIn.title')).toBe('[Šíĝñ íñ ~ ~]')
  expect(pseudo('signIn.submit')).toBe('Come in')
})
