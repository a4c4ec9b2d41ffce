import { lowestContrast, toHex, towardsContrast } from './colour.ts'
import {
  accentForDark,
  accentsOf,
  brandDeep,
  textContrast,
  backgroundsOf,
  surfaceForDark,
  type Backgrounds,
} from './derivedColours.ts'
import { defaultPalette, type Scheme, type TokenName } from './defaultPalette.ts'

/** An operator's branding; colours are `#rrggbb`. */
export interface Branding {
  accent?: string
  accentDark?: string
  /** The page behind everything, in the light scheme. */
  surface?: string
  surfaceDark?: string
  corners?: 'sharp' | 'soft' | 'round'
  /** The icon of the browser's tab: the path of a file of this site. */
  icon?: string
}

type ColourSetting = Exclude<keyof Branding, 'corners' | 'icon'>

/** A colour of the operator with too little contrast, and its replacement. */
export interface Correction {
  setting: `brand.${ColourSetting}`
  /** The scheme in which it is hard to read. */
  scheme: Scheme
  given: string
  used: string
  /** The lowest contrast of the given colour with those around it. */
  contrast: number
  needed: number
}

type Tokens = Partial<Record<TokenName, string>>

/** The tokens that differ from the stylesheet; the same ones in both schemes. */
export interface Palette {
  light: Tokens
  dark: Tokens
  corrections: Correction[]
}

/** A colour to stay as near to as possible; without a setting it is derived or a default. */
interface RequestedColour {
  colour: string
  setting?: ColourSetting
}

/**
 * Derives the tokens for a branding. Colours with too little contrast are made lighter or darker, and listed in
 * `corrections`.
 */
export function paletteOf(branding: Branding): Palette {
  const corrections: Correction[] = []

  const requested = (setting: ColourSetting, derived?: string): RequestedColour | undefined => {
    const colour = branding[setting]
    if (colour) return { colour, setting }
    return derived ? { colour: derived } : undefined
  }

  const legibleColour =
    (scheme: Scheme, { colour: given, setting }: RequestedColour) =>
    (against: string[]) => {
      const used = towardsContrast(given, against, textContrast)
      if (setting && used !== given) {
        const contrast = lowestContrast(given, against)
        corrections.push({
          setting: `brand.${setting}`,
          scheme,
          given,
          used,
          contrast,
          needed: textContrast,
        })
      }
      return used
    }

  const hasSurface = Boolean(branding.surface || branding.surfaceDark)
  const hasAccent = Boolean(branding.accent || branding.accentDark)

  const tokensOf = (
    scheme: Scheme,
    surface: RequestedColour | undefined,
    accent: RequestedColour | undefined,
  ) => {
    const backgrounds = surface
      ? backgroundsOf(scheme, legibleColour(scheme, surface))
      : defaultBackgrounds(scheme)
    // The default accent must be legible on an operator's page, too.
    const requestedAccent = accent ?? { colour: toHex(defaultPalette[scheme]['--accent']) }
    const untouched = !surface && !accent
    return {
      ...(hasSurface && backgrounds),
      ...((hasSurface || hasAccent) &&
        (untouched
          ? defaultAccents(scheme)
          : accentsOf(
              scheme,
              requestedAccent.colour,
              backgrounds,
              legibleColour(scheme, requestedAccent),
            ))),
      ...(hasAccent && { '--brand-deep': brandDeep(scheme, requestedAccent.colour) }),
    }
  }

  const accentDark = branding.accent && accentForDark(branding.accent)
  const surfaceDark = branding.surface && surfaceForDark(branding.surface)
  return {
    light: tokensOf('light', requested('surface'), requested('accent')),
    dark: tokensOf(
      'dark',
      requested('surfaceDark', surfaceDark),
      requested('accentDark', accentDark),
    ),
    corrections,
  }
}

/** The stylesheet's colours, for a scheme that is not branded while the other is. */
function defaultBackgrounds(scheme: Scheme): Backgrounds {
  const own = defaultPalette[scheme]
  return {
    '--canvas': toHex(own['--canvas']),
    '--surface': toHex(own['--surface']),
    '--sunken': toHex(own['--sunken']),
    '--ink': toHex(own['--ink']),
    '--ink-soft': toHex(own['--ink-soft']),
    '--line': toHex(own['--line']),
    '--edge': toHex(own['--edge']),
  }
}

function defaultAccents(scheme: Scheme) {
  const own = defaultPalette[scheme]
  return {
    '--accent': toHex(own['--accent']),
    '--accent-strong': toHex(own['--accent-strong']),
    '--on-accent': toHex(own['--on-accent']),
    '--accent-soft': toHex(own['--accent-soft']),
  }
}
