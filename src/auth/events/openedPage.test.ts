import { expect, it } from 'vitest'
import { challengePaths } from '#paths.ts'
import { formOn, openedPage } from './openedPage.ts'

it.each([
  ['/', 'account', 'signIn'],
  ['/account', 'account', 'signIn'],
  ['/account/security', 'account', 'signIn'],
  ['/admin', 'account', 'signIn'],
  ['/sign-in', 'signIn', 'signIn'],
  [challengePaths.totpCode, 'challenge', undefined],
  ['/accounts', 'other', undefined],
  ['/nowhere', 'other', undefined],
  ['/constructor', 'other', undefined],
])('names the page at %s', (path, page, form) => {
  expect(openedPage(path)).toBe(page)
  expect(formOn(openedPage(path))).toBe(form)
})
