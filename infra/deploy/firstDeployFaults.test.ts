import { expect, it } from 'vitest'
import { runWithFaults } from './test/faultInjection.ts'

const seeds = Array.from({ length: 100 }, (_, index) => index * 2)

it('a first deploy never stores index.html before its assets, in 100 runs with injected faults', async () => {
  const { counts, checks, violations } = await runWithFaults(seeds)
  expect(violations).toEqual([])
  // The fixed seeds reach every phase.
  expect(counts).toEqual({
    completed: 29,
    reading: 2,
    before: 47,
    changing: 2,
    index: 1,
    after: 19,
  })
  expect(checks).toBeGreaterThan(1000)
}, 180_000)
