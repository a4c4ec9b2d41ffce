import { expect, it } from 'vitest'
import { weather } from './test/weather.ts'

const seeds = Array.from({ length: 100 }, (_, index) => index * 2)

it('a first deploy through 100 storms never shows an index.html before its assets', async () => {
  const { counts, checks, violations } = await weather(seeds)
  expect(violations).toEqual([])
  // Aborted ones by how far they got.
  expect(counts).toEqual({
    completed: 31,
    reading: 2,
    before: 45,
    changing: 2,
    index: 1,
    after: 19,
  })
  expect(checks).toBeGreaterThan(1000)
}, 180_000)
