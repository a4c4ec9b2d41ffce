import { afterAll, afterEach, beforeEach, expect, vi } from 'vitest'
import { endFile } from './endOfFile.ts'

const methods = ['error', 'warn'] as const
let expected: { pattern: RegExp; seen: boolean }[] = []
let unexpected: string[] = []
let spies: { mockRestore: () => void }[] = []

/** Expects a console error or warning in this test. The test fails without it. */
export function expectConsoleError(pattern: RegExp): void {
  expected.push({ pattern, seen: false })
}

beforeEach(() => {
  expected = []
  unexpected = []
  spies = methods.map((method) =>
    vi.spyOn(console, method).mockImplementation((...values: unknown[]) => {
      const line = values.map(String).join(' ')
      const match = expected.find(({ pattern }) => pattern.test(line))
      if (match) match.seen = true
      else unexpected.push(`console.${method}: ${line}`)
    }),
  )
})

afterEach(() => {
  for (const spy of spies) spy.mockRestore()
  expect(unexpected, 'the console complained').toEqual([])
  expect(
    expected.filter(({ seen }) => !seen).map(({ pattern }) => String(pattern)),
    'the console was expected to complain',
  ).toEqual([])
})

// The next file may run in the same worker.
afterAll(() => {
  endFile()
  vi.useRealTimers()
  vi.resetConfig()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
  if ('document' in globalThis) {
    localStorage.clear()
    sessionStorage.clear()
  }
})

// A browser reports such an error in its console; jsdom has no `reportError`.
globalThis.reportError ??= (error: unknown) => console.error(error)

// Without `globals`, Testing Library cannot unmount by itself.
if ('document' in globalThis) {
  const { cleanup } = await import('@testing-library/react')
  afterEach(cleanup)
}
