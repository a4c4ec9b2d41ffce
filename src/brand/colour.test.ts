import { expect, test } from 'vitest'
import { contrast, lowestContrast, luminance, toHex, toOklch, towardsContrast } from './colour.ts'

// Values of CSS Color 4 and https://oklch.com, to three places.
test.each([
  ['#ff0000', 0.628, 0.258, 29.23],
  ['#00ff00', 0.866, 0.295, 142.5],
  ['#0000ff', 0.452, 0.313, 264.05],
  ['#663399', 0.44, 0.16, 303.37],
])('%s is oklch(%d %d %d)', (hex, l, c, h) => {
  const found = toOklch(hex)
  expect(found.l).toBeCloseTo(l, 2)
  expect(found.c).toBeCloseTo(c, 2)
  expect(found.h).toBeCloseTo(h, 0)
  expect(toHex(found)).toBe(hex)
})

test('greys have no chroma', () => {
  expect(toOklch('#ffffff').l).toBeCloseTo(1, 5)
  expect(toOklch('#000000').l).toBe(0)
  expect(toOklch('#808080').c).toBeCloseTo(0, 5)
})

test('every colour on a grid survives the conversion to OKLCH and back', () => {
  for (let colour = 0; colour <= 0xffffff; colour += 4099) {
    const hex = `#${colour.toString(16).padStart(6, '0')}`
    expect(toHex(toOklch(hex))).toBe(hex)
  }
})

test('a colour outside sRGB loses chroma, but neither lightness nor hue', () => {
  const shown = toOklch(toHex({ l: 0.7, c: 0.4, h: 150 }))
  expect(shown.l).toBeCloseTo(0.7, 2)
  expect(Math.abs(shown.h - 150)).toBeLessThan(1)
  expect(shown.c).toBeLessThan(0.25)
  expect(toHex({ l: 1, c: 0.3, h: 20 })).toBe('#ffffff')
})

test('contrast is computed as WCAG defines it', () => {
  expect(luminance('#ffffff')).toBeCloseTo(1, 5)
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  expect(contrast('#FFCC00', '#ffffff')).toBeCloseTo(1.51, 2)
})

test('a colour with enough contrast stays, any other changes as little as possible', () => {
  expect(towardsContrast('#0F4A31', ['#ffffff'], 4.5)).toBe('#0F4A31')

  const moved = towardsContrast('#808080', ['#ffffff'], 4.5)
  expect(moved).toBe('#767676')

  const olive = towardsContrast('#ffcc00', ['#ffffff', '#f0f0f0'], 4.5)
  expect(lowestContrast(olive, ['#ffffff', '#f0f0f0'])).toBeGreaterThanOrEqual(4.5)
  expect(Math.abs(toOklch(olive).h - toOklch('#ffcc00').h)).toBeLessThan(2)
})

test('the narrow band between black and white is found; without a solution it is black or white', () => {
  const between = towardsContrast('#ffffff', ['#000000', '#ffffff'], 4.5)
  expect(lowestContrast(between, ['#000000', '#ffffff'])).toBeGreaterThanOrEqual(4.5)
  expect(towardsContrast('#777777', ['#808080'], 7)).toBe('#000000')
})
