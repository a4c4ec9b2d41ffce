import { expect, it } from 'vitest'
import { unmodelledCode } from './unmodelledCode.ts'

it.each([
  [400, 'ThrottlingException', 'tooManyRequests'],
  [429, '', 'tooManyRequests'],
  [503, '', 'serviceUnavailable'],
  [403, '', 'blocked'],
  [405, '', 'blocked'],
  [202, '', 'blocked'],
  [400, 'SomethingNewException', 'unexpected'],
  // The endpoint is something else's.
  [404, '', 'misconfigured'],
  [400, '', 'serviceUnavailable'],
  [200, '', 'serviceUnavailable'],
])('%d %s is %s', (status, type, code) => {
  expect(unmodelledCode(status, type)).toBe(code)
})
