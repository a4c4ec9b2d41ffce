import { expect, it } from 'vitest'
import { weather } from './test/weather.ts'

const seeds = Array.from({ length: 100 }, (_, index) => index * 2 + 1)

it('a deploy over another through 100 storms never shows an index.html before its assets', async () => {
  const { counts, checks, violations } = await weather(seeds)
  expect(violations).toEqual([])
  // Aborted ones by how far they got.
  expect(counts).toEqual({
    completed: 34,
    reading: 11,
    before: 33,
    changing: 5,
    index: 2,
    after: 15,
  })
  expect(checks).toBeGreaterThan(1000)
}, 180_000)
