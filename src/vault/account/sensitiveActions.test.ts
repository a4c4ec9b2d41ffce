import { expect, it } from 'vitest'
import type { AccountAction } from '#vault/protocol/accountActions.ts'
import { isSensitive } from './sensitiveActions.ts'

it.each<[AccountAction, Record<string, unknown>, boolean]>([
  ['UpdateUserAttributes', { UserAttributes: [{ Name: 'name' }, { Name: 'email' }] }, true],
  ['UpdateUserAttributes', { UserAttributes: [{ Name: 'name' }] }, false],
  ['DeleteUserAttributes', { UserAttributeNames: ['phone_number'] }, true],
  ['DeleteUserAttributes', { UserAttributeNames: ['nickname'] }, false],
  ['SetUserMFAPreference', {}, true],
  ['ListDevices', {}, false],
  // Cognito refuses these; they must not throw here.
  ['UpdateUserAttributes', { UserAttributes: 'email' }, false],
  ['UpdateUserAttributes', { UserAttributes: ['email', null, {}] }, false],
  ['DeleteUserAttributes', {}, false],
])('%s with %j needs a recent sign-in: %s', (action, input, expected) => {
  expect(isSensitive(action, input)).toBe(expected)
})
