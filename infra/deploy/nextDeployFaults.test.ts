import { expect, it } from 'vitest'
import { runWithFaults } from './test/faultInjection.ts'

const seeds = Array.from({ length: 100 }, (_, index) => index * 2 + 1)

it('a deploy over another never stores index.html before its assets, in 100 runs with injected faults', async () => {
  const { counts, checks, violations } = await runWithFaults(seeds)
  expect(violations).toEqual([])
  // The fixed seeds reach every phase.
  expect(counts).toEqual({
    completed: 34,
    reading: 12,
    before: 31,
    changing: 6,
    index: 2,
    after: 15,
  })
  expect(checks).toBeGreaterThan(1000)
}, 180_000)
