import { expect, it } from 'vitest'
import { isTimeout } from './vaultError.ts'

it.each([
  ['what AbortSignal.timeout throws', new DOMException('Signal timed out.', 'TimeoutError'), true],
  ['what it throws in Chrome before 124', new DOMException('Aborted.', 'AbortError'), true],
  ['a network that is down', new TypeError('Failed to fetch'), false],
  ['a refusal by the browser', new DOMException('Denied.', 'SecurityError'), false],
])('recognizes %s', (_, cause, expected) => {
  expect(isTimeout(cause)).toBe(expected)
})
