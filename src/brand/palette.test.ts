import { readFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { contrast, toHex, toOklch } from './colour.ts'
import { paletteOf, type Branding } from './palette.ts'
import { defaultPalette, tokenNames, type Scheme } from './defaultPalette.ts'

/** Mulberry32: the same colours on every run. */
function randomColours(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return `#${((mixed ^ (mixed >>> 14)) >>> 8).toString(16).padStart(6, '0')}`
  }
}

const backgrounds = ['--canvas', '--surface', '--sunken'] as const

const pairs = [
  ...[...backgrounds, '--accent-soft'].flatMap((background) => [
    ['--accent', background, 4.5],
    ['--accent-strong', background, 4.5],
    ['--ink', background, 4.5],
    ['--ink-soft', background, 4.5],
  ]),
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--accent-strong', 4.5],
  ['--edge', '--canvas', 3],
  ['--edge', '--surface', 3],
  ['--danger', '--canvas', 4.5],
  ['--danger', '--surface', 4.5],
  // White on the picture panel.
  ['white', '--brand-deep', 7],
] as [string, string, number][]

/** Describes each pair of colours with too little contrast. */
function illegible(branding: Branding) {
  const palette = paletteOf(branding)
  return (['light', 'dark'] as Scheme[]).flatMap((scheme) => {
    const page: Record<string, string | undefined> = {
      white: '#ffffff',
      '--brand-deep': '#000000',
      ...Object.fromEntries(
        Object.entries(defaultPalette[scheme]).map(([name, lch]) => [name, toHex(lch)]),
      ),
      ...palette[scheme],
    }
    return pairs.flatMap(([text, background, needed]) => {
      const found = contrast(page[text] ?? '', page[background] ?? '')
      return found >= needed ? [] : [`${scheme}: ${text} on ${background}: ${found.toFixed(2)}`]
    })
  })
}

const keys = ['accent', 'accentDark', 'surface', 'surfaceDark'] as const

/** Each combination of the four settings in turn. */
const someBranding = (turn: number, next: () => string): Branding =>
  Object.fromEntries(keys.flatMap((key, bit) => (turn & (1 << bit) ? [[key, next()]] : [])))

test('the default palette is that of the stylesheet', async () => {
  const css = await readFile(new URL('../ui/tokens.css', import.meta.url), 'utf8')
  for (const name of [...tokenNames, '--danger'] as const) {
    if (name === '--brand-deep') continue
    const written = (scheme: Scheme) => {
      const { l, c, h } = defaultPalette[scheme][name]
      return `oklch(${l} ${c} ${h})`
    }
    expect(css).toContain(`${name}: light-dark(${written('light')}, ${written('dark')});`)
  }
})

describe('all text is legible', () => {
  test('without branding', () => {
    expect(paletteOf({})).toEqual({ light: {}, dark: {}, corrections: [] })
    expect(illegible({})).toEqual([])
  })

  test('in random colours', () => {
    const next = randomColours(20)
    for (let turn = 0; turn < 640; turn++) {
      const branding = someBranding(turn % 16, next)
      expect(illegible(branding), JSON.stringify(branding)).toEqual([])
    }
  })

  test('in the extremes', () => {
    const extremes = ['#000000', '#ffffff', '#808080', '#ff0000', '#00ff00', '#0000ff', '#ffff00']
    for (const accent of extremes) {
      for (const surface of extremes) {
        for (const branding of [
          { accent, surface },
          { accentDark: accent, surfaceDark: surface },
          { accent, accentDark: accent, surface, surfaceDark: surface },
        ]) {
          expect(illegible(branding), JSON.stringify(branding)).toEqual([])
        }
      }
    }
  })
})

describe('a palette', () => {
  test('keeps legible colours', () => {
    const { light, dark, corrections } = paletteOf({ accent: '#1b3a6b', accentDark: '#9dbcf5' })
    expect(light['--accent']).toBe('#1b3a6b')
    expect(dark['--accent']).toBe('#9dbcf5')
    expect(corrections).toEqual([])
  })

  test('lists its corrections, of the operator’s colours only', () => {
    const { light, corrections } = paletteOf({ accent: '#ffcc00', surface: '#808080' })
    expect(corrections.map(({ setting }) => setting)).toEqual(['brand.surface', 'brand.accent'])
    for (const { given, used, contrast: found, needed } of corrections) {
      expect(found).toBeLessThan(needed)
      expect(used).not.toBe(given)
    }
    expect(light['--accent']).toBe(corrections[1]?.used)
    expect(light['--canvas']).toBe(corrections[0]?.used)
  })

  test('keeps the backgrounds when only the accent is set', () => {
    const { light, dark } = paletteOf({ accent: '#1b3a6b' })
    const named = ['--accent', '--accent-strong', '--on-accent', '--accent-soft', '--brand-deep']
    expect(Object.keys(light)).toEqual(named)
    expect(Object.keys(dark)).toEqual(named)
    expect(toOklch(dark['--accent'] ?? '').l).toBeGreaterThan(0.7)
  })

  test('keeps the stylesheet’s light scheme when only the dark one is set', () => {
    const { light } = paletteOf({ surfaceDark: '#120018', accentDark: '#ff4fb0' })
    expect(light['--canvas']).toBe(toHex(defaultPalette.light['--canvas']))
    expect(light['--accent']).toBe(toHex(defaultPalette.light['--accent']))
  })

  test('tints in the hue of the accent, strong enough not to be brown in the dark', () => {
    const { dark } = paletteOf({ accent: '#e0607e', surfaceDark: '#1d1230' })
    const [accent, soft] = [dark['--accent'], dark['--accent-soft']].map((hex = '') => toOklch(hex))
    expect(Math.abs((soft?.h ?? 0) - (accent?.h ?? 0))).toBeLessThan(4)
    expect(soft?.c).toBeGreaterThan(0.06)
  })

  test('has a hover colour, even for black and white', () => {
    for (const accent of ['#000000', '#ffffff', '#1b3a6b']) {
      const { light, dark } = paletteOf({ accent, accentDark: accent })
      for (const scheme of [light, dark]) {
        expect(scheme['--accent-strong']).not.toBe(scheme['--accent'])
      }
    }
  })
})
