import { toHex, toOklch, towardsContrast } from './colour.ts'
import { defaultPalette, type Scheme } from './defaultPalette.ts'

/** Text needs this contrast (WCAG 1.4.3), and the edges of controls that (1.4.11). */
export const forText = 4.5
const forEdges = 3

/** Gives the nearest colour to the one asked for that is legible against all the others. */
export type LegibleColour = (against: string[]) => string

/** The page, what lies on it, and the ink and lines that are drawn there. */
export function backgroundsOf(scheme: Scheme, grant: LegibleColour) {
  // A page too mid-toned for the red of errors is too mid-toned for all else.
  const danger = [toHex(defaultPalette[scheme]['--danger'])]
  const canvas = grant(danger)
  const { l, c, h } = toOklch(canvas)
  const layer = (lightness: number, chroma = c) => toHex({ l: lightness, c: chroma, h })
  // Cards are nearly white by day; by night they are raised by light, even from pure black.
  const [raised, sunken, line] =
    scheme === 'light'
      ? [layer(1 - (1 - l) / 4, c / 2), layer(l - 0.02), layer(l - 0.08)]
      : [layer(Math.max(l + 0.04, 0.17)), layer(Math.max(l + 0.08, 0.21)), layer(l + 0.14)]
  const surface = towardsContrast(raised, danger, forText)
  const drawn = (name: '--ink' | '--ink-soft' | '--edge', against: string[], ratio: number) => {
    const own = defaultPalette[scheme][name]
    return towardsContrast(toHex({ l: own.l, c: Math.min(c, own.c), h }), against, ratio)
  }
  return {
    '--canvas': canvas,
    '--surface': surface,
    '--sunken': sunken,
    '--ink': drawn('--ink', [canvas, surface, sunken], forText),
    '--ink-soft': drawn('--ink-soft', [canvas, surface, sunken], forText),
    '--line': line,
    '--edge': drawn('--edge', [canvas, surface], forEdges),
  }
}

export type Backgrounds = ReturnType<typeof backgroundsOf>

/** The accent on that ground and what goes with it. `asked` is the accent before it is granted. */
export function accentsOf(
  scheme: Scheme,
  asked: string,
  ground: Backgrounds,
  grant: LegibleColour,
) {
  const { c, h } = toOklch(asked)
  const page = toOklch(ground['--canvas']).l
  const softL = scheme === 'light' ? page - 0.03 : Math.max(page + 0.1, 0.24)
  // In the dark a hint of a warm colour would be brown.
  const softC = scheme === 'light' ? Math.min(c / 3, 0.04) : Math.min(c / 2, 0.08)
  const tint = toHex({ l: softL, c: softC, h })
  const soft = towardsContrast(tint, [ground['--ink'], ground['--ink-soft']], forText)
  const behind = [ground['--canvas'], ground['--surface'], ground['--sunken'], soft]
  const accent = grant(behind)
  const { l } = toOklch(accent)
  // Further from the page where there is room, or black and white could not show a hover.
  const lightL = l > 0.26 ? l - 0.06 : l + 0.08
  const darkL = l < 0.88 ? l + 0.055 : l - 0.055
  const strong = toHex({ l: scheme === 'light' ? lightL : darkL, c, h })
  const legible = towardsContrast(strong, behind, forText)
  const label = defaultPalette[scheme]['--on-accent']
  const onAccent = toHex({ l: label.l, c: Math.min(c, label.c), h })
  return {
    '--accent': accent,
    '--accent-strong': legible,
    '--on-accent': towardsContrast(onAccent, [accent, legible], forText),
    '--accent-soft': soft,
  }
}

/** The panel of the picture, dark in both schemes and as deep as the portal's own. */
export function brandDeep(scheme: Scheme, accent: string): string {
  const { c, h } = toOklch(accent)
  return toHex({ l: scheme === 'light' ? 0.34 : 0.275, c: Math.min(c * 0.75, 0.12), h })
}

/** An accent for dark ground, about as light there as the portal's own. */
export function accentForDark(accent: string): string {
  const { l, c, h } = toOklch(accent)
  return toHex({ l: Math.max(l, 0.78), c: Math.min(c * 1.2, 0.17), h })
}

/** A dark page that leans the way the light one does. */
export function surfaceForDark(surface: string): string {
  const { c, h } = toOklch(surface)
  return toHex({ l: defaultPalette.dark['--canvas'].l, c: Math.min(c, 0.03), h })
}
