import { expect, test } from 'vitest'
import { fastTests } from './fastTests.ts'

test('the fast tests start no Cognito, no build and no process', () => {
  const fast = fastTests()
  expect(fast).toEqual(
    expect.arrayContaining(['src/ui/readCode.test.ts', 'src/ui/CodeField.test.tsx']),
  )
  // Slow by the fixtures, by `vite`, and by a process.
  expect(fast).not.toContain('test/session.test.ts')
  expect(fast).not.toContain('tooling/builtFiles.test.ts')
  expect(fast).not.toContain('test/lint/houseRules.test.ts')
})
