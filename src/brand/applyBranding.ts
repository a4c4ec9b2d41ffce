import { paletteOf, type Correction, type Branding } from './palette.ts'
import { toHex } from './colour.ts'
import { defaultPalette, tokenNames, type Scheme } from './defaultPalette.ts'

// Rounded down: 4.46 is less than the required 4.5.
const inTenths = (ratio: number) => String(Math.floor(ratio * 10) / 10)

const warningText = ({ setting, scheme, given, used, contrast, needed }: Correction) =>
  `portal.config.json: ${setting} ${given} has a contrast of ${inTenths(contrast)} in the ${scheme} ` +
  `scheme, where ${inTenths(needed)} is needed; the portal uses ${used} there instead.`

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
  const { light, dark, corrections } = paletteOf(branding)
  for (const name of tokenNames) {
    const [lightColour, darkColour] = [light[name], dark[name]]
    // Through the CSSOM: `style-src 'self'` blocks style attributes. The two variables are those of
    // src/ui/tokens.css; the oldest supported browsers do not know `light-dark()`.
    const value = `var(--when-light, ${lightColour}) var(--when-dark, ${darkColour})`
    if (lightColour && darkColour) root.style.setProperty(name, value)
    else root.style.removeProperty(name)
  }
  if (branding.corners) root.dataset['corners'] = branding.corners
  else delete root.dataset['corners']
  for (const scheme of ['light', 'dark'] as const) {
    const canvas = { light, dark }[scheme]['--canvas'] ?? toHex(defaultPalette[scheme]['--canvas'])
    setThemeColor(scheme, canvas)
  }
  if (branding.icon) showIcon(branding.icon)
  for (const correction of corrections) warn(warningText(correction))
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
