import { paletteOf, type Correction, type Branding } from './palette.ts'
import { toHex } from './colour.ts'
import { defaultPalette, tokenNames, type Scheme } from './defaultPalette.ts'

// Rounded down: 4.46 is less than the required 4.5.
const inTenths = (ratio: number) => String(Math.floor(ratio * 10) / 10)

const warningText = ({ setting, scheme, given, used, contrast, needed }: Correction) =>
  `portal.config.json: ${setting} ${given} has a contrast of ${inTenths(contrast)} in the ${scheme} ` +
  `scheme, where ${inTenths(needed)} is needed; the portal uses ${used} there instead.`

/** What a branding changes in the page. */
interface BrandStyles {
  /** Custom properties of the document's root that differ from the stylesheet, with their values. */
  properties: Map<string, string>
  /** Colours of the browser's own bars. */
  themeColors: Record<Scheme, string>
  /** One for each colour that had to be changed. */
  warnings: string[]
}

/** Derives what a branding changes in the page. */
export function brandStyles(branding: Branding): BrandStyles {
  const { light, dark, corrections } = paletteOf(branding)
  const properties = new Map<string, string>()
  for (const name of tokenNames) {
    const [lightColour, darkColour] = [light[name], dark[name]]
    // The two variables are those of src/ui/tokens.css; the oldest supported browsers do not know `light-dark()`.
    if (lightColour && darkColour) {
      properties.set(name, `var(--when-light, ${lightColour}) var(--when-dark, ${darkColour})`)
    }
  }
  const canvas = (scheme: Scheme) =>
    ({ light, dark })[scheme]['--canvas'] ?? toHex(defaultPalette[scheme]['--canvas'])
  return {
    properties,
    themeColors: { light: canvas('light'), dark: canvas('dark') },
    warnings: corrections.map(warningText),
  }
}

/**
 * Applies an operator's branding to the page, the browser's theme colour and the icon. Replaces an earlier one.
 *
 * @param warn Called with a message for each colour that had to be changed.
 */
export function applyBranding(
  branding: Branding,
  root: HTMLElement = document.documentElement,
  warn: (message: string) => void = console.warn,
): void {
  const { properties, themeColors, warnings } = brandStyles(branding)
  for (const name of tokenNames) {
    const value = properties.get(name)
    // Through the CSSOM: `style-src 'self'` blocks style attributes.
    if (value === undefined) root.style.removeProperty(name)
    else root.style.setProperty(name, value)
  }
  if (branding.corners) root.dataset['corners'] = branding.corners
  else delete root.dataset['corners']
  setThemeColor('light', themeColors.light)
  setThemeColor('dark', themeColors.dark)
  if (branding.icon) showIcon(branding.icon)
  for (const warning of warnings) warn(warning)
}

/** Sets the colour of the browser's own bars (`theme-color`). */
function setThemeColor(scheme: Scheme, canvas: string): void {
  const meta = document.querySelector(`meta[name=theme-color][media*=${scheme}]`)
  meta?.setAttribute('content', canvas)
}

/** Sets the icon of the tab to a file of this site. */
function showIcon(file: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (!link) return
  // The attribute is the type of the default icon.
  link.removeAttribute('type')
  link.href = file
}
