import { toHex, toOklch, towardsContrast } from './colour.ts'
import { defaultPalette, type Scheme } from './defaultPalette.ts'

/** Required contrast of text (WCAG 1.4.3) and of the borders of controls (1.4.11). */
export const textContrast = 4.5
const borderContrast = 3

/** Returns the colour nearest to the operator's that is legible against all of `against`. */
export type LegibleColour = (against: string[]) => string

/** The background colours of a scheme, with the text and border colours on them. */
export function backgroundsOf(scheme: Scheme, legible: LegibleColour) {
  // A page colour on which the red of errors is legible leaves room for all other colours.
  const danger = [toHex(defaultPalette[scheme]['--danger'])]
  const canvas = legible(danger)
  const { l, c, h } = toOklch(canvas)
  const layer = (lightness: number, chroma = c) => toHex({ l: lightness, c: chroma, h })
  // Cards are nearly white in the light scheme, and lighter than the page in the dark one.
  const [raised, sunken, line] =
    scheme === 'light'
      ? [layer(1 - (1 - l) / 4, c / 2), layer(l - 0.02), layer(l - 0.08)]
      : [layer(Math.max(l + 0.04, 0.17)), layer(Math.max(l + 0.08, 0.21)), layer(l + 0.14)]
  const surface = towardsContrast(raised, danger, textContrast)
  const colourOn = (name: '--ink' | '--ink-soft' | '--edge', against: string[], ratio: number) => {
    const own = defaultPalette[scheme][name]
    return towardsContrast(toHex({ l: own.l, c: Math.min(c, own.c), h }), against, ratio)
  }
  return {
    '--canvas': canvas,
    '--surface': surface,
    '--sunken': sunken,
    '--ink': colourOn('--ink', [canvas, surface, sunken], textContrast),
    '--ink-soft': colourOn('--ink-soft', [canvas, surface, sunken], textContrast),
    '--line': line,
    '--edge': colourOn('--edge', [canvas, surface], borderContrast),
  }
}

export type Backgrounds = ReturnType<typeof backgroundsOf>

/** The accent on these backgrounds, and its related colours. `requested` is the operator's accent. */
export function accentsOf(
  scheme: Scheme,
  requested: string,
  backgrounds: Backgrounds,
  legible: LegibleColour,
) {
  const { c, h } = toOklch(requested)
  const page = toOklch(backgrounds['--canvas']).l
  const softL = scheme === 'light' ? page - 0.03 : Math.max(page + 0.1, 0.24)
  // In the dark a weak tint of a warm colour would be brown.
  const softC = scheme === 'light' ? Math.min(c / 3, 0.04) : Math.min(c / 2, 0.08)
  const tint = toHex({ l: softL, c: softC, h })
  const soft = towardsContrast(
    tint,
    [backgrounds['--ink'], backgrounds['--ink-soft']],
    textContrast,
  )
  const behind = [backgrounds['--canvas'], backgrounds['--surface'], backgrounds['--sunken'], soft]
  const accent = legible(behind)
  const { l } = toOklch(accent)
  // Further from the page if possible, else nearer: also black and white need a hover colour.
  const lightL = l > 0.26 ? l - 0.06 : l + 0.08
  const darkL = l < 0.88 ? l + 0.055 : l - 0.055
  const strong = toHex({ l: scheme === 'light' ? lightL : darkL, c, h })
  const accentStrong = towardsContrast(strong, behind, textContrast)
  const label = defaultPalette[scheme]['--on-accent']
  const onAccent = toHex({ l: label.l, c: Math.min(c, label.c), h })
  return {
    '--accent': accent,
    '--accent-strong': accentStrong,
    '--on-accent': towardsContrast(onAccent, [accent, accentStrong], textContrast),
    '--accent-soft': soft,
  }
}

/** The picture panel's colour: dark in both schemes, as dark as the default. */
export function brandDeep(scheme: Scheme, accent: string): string {
  const { c, h } = toOklch(accent)
  return toHex({ l: scheme === 'light' ? 0.34 : 0.275, c: Math.min(c * 0.75, 0.12), h })
}

/** An accent for the dark scheme, about as light as the default there. */
export function accentForDark(accent: string): string {
  const { l, c, h } = toOklch(accent)
  return toHex({ l: Math.max(l, 0.78), c: Math.min(c * 1.2, 0.17), h })
}

/** A dark page colour with the hue of the light one. */
export function surfaceForDark(surface: string): string {
  const { c, h } = toOklch(surface)
  return toHex({ l: defaultPalette.dark['--canvas'].l, c: Math.min(c, 0.03), h })
}
