import { afterEach, expect, test, vi } from 'vitest'
import { withStorage } from './storage.ts'

afterEach(() => {
  vi.restoreAllMocks()
  withStorage('localStorage', (storage) => storage.clear())
})

const read = () => withStorage('localStorage', (storage) => storage.getItem('name'))

test('reads and writes', () => {
  withStorage('localStorage', (storage) => storage.setItem('name', 'Ada'))
  expect(read()).toBe('Ada')
  expect(withStorage('sessionStorage', (storage) => storage.length)).toBe(0)
})

test.each([
  ['blocked', () => thrown(new DOMException('The operation is insecure.', 'SecurityError'))],
  ['damaged', () => thrown(new Error('NS_ERROR_FILE_CORRUPTED'))],
  ['not there', () => null],
])('is undefined where the storage is %s', (_, get) => {
  const own = Object.getOwnPropertyDescriptor(window, 'localStorage') ?? {}
  Object.defineProperty(window, 'localStorage', { get, configurable: true })
  expect(read()).toBeUndefined()
  Object.defineProperty(window, 'localStorage', own)
})

test('is undefined where the storage is full', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() =>
    thrown(new DOMException('Full.', 'QuotaExceededError')),
  )
  expect(withStorage('localStorage', (storage) => storage.setItem('a', 'b'))).toBeUndefined()
})

function thrown(error: unknown): never {
  throw error
}
