import { lowestContrast, toHex, towardsContrast } from './colour.ts'
import {
  accentForDark,
  accentsOf,
  brandDeep,
  forText,
  backgroundsOf,
  surfaceForDark,
  type Backgrounds,
} from './derive.ts'
import { defaultPalette, type Scheme, type TokenName } from './defaultPalette.ts'

/** What an operator may say about the portal's looks; colours are `#rrggbb`. */
export interface Branding {
  accent?: string
  accentDark?: string
  /** The page behind everything, in the light scheme. */
  surface?: string
  surfaceDark?: string
  corners?: 'sharp' | 'soft' | 'round'
  /** What stands in the browser's tab: the path of a file of this site. */
  icon?: string
}

type ColourSetting = Exclude<keyof Branding, 'corners' | 'icon'>

/** A colour of the operator's on which or in which text is hard to read, and what replaces it. */
export interface Correction {
  setting: `brand.${ColourSetting}`
  /** Where it is hard to read. */
  scheme: Scheme
  given: string
  used: string
  /** The lowest contrast of the given colour with those it must stand out from. */
  contrast: number
  needed: number
}

type Tokens = Partial<Record<TokenName, string>>

/** Both schemes name the same tokens; those that keep the stylesheet's value are left out. */
export interface Palette {
  light: Tokens
  dark: Tokens
  corrections: Correction[]
}

/** A colour to be met as nearly as possible; without a setting it is none of the operator's. */
interface RequestedColour {
  colour: string
  setting?: ColourSetting
}

/** What tokens.css needs to hear of a look, legible whatever the operator asked for. */
export function paletteOf(look: Branding): Palette {
  const corrections: Correction[] = []

  const wishFor = (setting: ColourSetting, derived?: string): RequestedColour | undefined => {
    const colour = look[setting]
    if (colour) return { colour, setting }
    return derived ? { colour: derived } : undefined
  }

  const granting =
    (scheme: Scheme, { colour: given, setting }: RequestedColour) =>
    (against: string[]) => {
      const used = towardsContrast(given, against, forText)
      if (setting && used !== given) {
        const contrast = lowestContrast(given, against)
        corrections.push({
          setting: `brand.${setting}`,
          scheme,
          given,
          used,
          contrast,
          needed: forText,
        })
      }
      return used
    }

  const grounds = Boolean(look.surface || look.surfaceDark)
  const accents = Boolean(look.accent || look.accentDark)

  const tokensOf = (
    scheme: Scheme,
    surface: RequestedColour | undefined,
    accent: RequestedColour | undefined,
  ) => {
    const ground = surface
      ? backgroundsOf(scheme, granting(scheme, surface))
      : defaultBackgrounds(scheme)
    // An operator's page asks something of the portal's own accent too.
    const wish = accent ?? { colour: toHex(defaultPalette[scheme]['--accent']) }
    const untouched = !surface && !accent
    return {
      ...(grounds && ground),
      ...((grounds || accents) &&
        (untouched
          ? defaultAccents(scheme)
          : accentsOf(scheme, wish.colour, ground, granting(scheme, wish)))),
      ...(accents && { '--brand-deep': brandDeep(scheme, wish.colour) }),
    }
  }

  const accentDark = look.accent && accentForDark(look.accent)
  const surfaceDark = look.surface && surfaceForDark(look.surface)
  return {
    light: tokensOf('light', wishFor('surface'), wishFor('accent')),
    dark: tokensOf('dark', wishFor('surfaceDark', surfaceDark), wishFor('accentDark', accentDark)),
    corrections,
  }
}

/** What a scheme keeps of the stylesheet when only the other scheme has a colour of its own. */
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
