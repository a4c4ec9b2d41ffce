import { paletteOf, type Correction, type Branding } from './palette.ts'
import { toHex } from './colour.ts'
import { defaultPalette, tokenNames, type Scheme } from './defaultPalette.ts'

// Rounded down: 4.46 is not the 4.5 that is needed.
const inTenths = (ratio: number) => String(Math.floor(ratio * 10) / 10)

const sentence = ({ setting, scheme, given, used, contrast, needed }: Correction) =>
  `portal.config.json: ${setting} ${given} has a contrast of ${inTenths(contrast)} in the ${scheme} ` +
  `scheme, where ${inTenths(needed)} is needed; the portal uses ${used} there instead.`

/**
 * Gives the page an operator's look, in place of the one it had, and the browser around it too.
 *
 * @param warn Hears one sentence for each colour that had to be changed.
 */
export function applyBranding(
  look: Branding,
  root: HTMLElement = document.documentElement,
  warn: (message: string) => void = console.warn,
): void {
  const { light, dark, corrections } = paletteOf(look)
  for (const name of tokenNames) {
    const [day, night] = [light[name], dark[name]]
    // Through the CSSOM, which `style-src 'self'` admits; a style attribute it would refuse.
    // The switches of `src/ui/tokens.css`; the oldest browsers do not know `light-dark()`.
    const value = `var(--when-light, ${day}) var(--when-dark, ${night})`
    if (day && night) root.style.setProperty(name, value)
    else root.style.removeProperty(name)
  }
  if (look.corners) root.dataset['corners'] = look.corners
  else delete root.dataset['corners']
  for (const scheme of ['light', 'dark'] as const) {
    const canvas = { light, dark }[scheme]['--canvas'] ?? toHex(defaultPalette[scheme]['--canvas'])
    setThemeColor(scheme, canvas)
  }
  if (look.icon) showIcon(look.icon)
  for (const correction of corrections) warn(sentence(correction))
}

/** Colours what a phone's browser draws around the page. */
function setThemeColor(scheme: Scheme, canvas: string): void {
  const meta = document.querySelector(`meta[name=theme-color][media*=${scheme}]`)
  meta?.setAttribute('content', canvas)
}

/** Puts a file of this site in the tab. */
function showIcon(file: string): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel=icon]')
  if (!link) return
  // The type is that of the portal's own icon.
  link.removeAttribute('type')
  link.href = file
}
