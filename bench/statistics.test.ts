import { expect, test } from 'vitest'
import { median, pairedRatio } from './statistics.ts'

test('takes the middle value, or the mean of the middle two', () => {
  expect(median([3, 1, 2])).toBe(2)
  expect(median([4, 1, 3, 2])).toBe(2.5)
  expect(median([7])).toBe(7)
  expect(median([])).toBeNaN()
})

test('compares each value with that of its own round', () => {
  // A round that was four times slower for both is no difference.
  expect(pairedRatio([10, 40, 10], [20, 80, 20])).toBe(0.5)
  expect(pairedRatio([10], [])).toBeNaN()
})
