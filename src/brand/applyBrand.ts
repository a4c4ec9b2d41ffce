import { paletteOf, type Correction, type Look } from './palette.ts'
import { tokenNames } from './stock.ts'

// Rounded down: 4.46 is not the 4.5 that is needed.
const inTenths = (ratio: number) => String(Math.floor(ratio * 10) / 10)

const sentence = ({ setting, given, used, contrast, needed }: Correction) =>
  `portal.config.json: ${setting} ${given} has a contrast of ${inTenths(contrast)} where ` +
  `${inTenths(needed)} is needed; the portal uses ${used} instead.`

/**
 * Gives the page an operator's look, in place of the one it had.
 *
 * @param warn Hears one sentence for each colour that had to be changed.
 */
export function applyBrand(
  look: Look,
  root: HTMLElement = document.documentElement,
  warn: (message: string) => void = console.warn,
): void {
  const { light, dark, corrections } = paletteOf(look)
  for (const name of tokenNames) {
    const [day, night] = [light[name], dark[name]]
    // Through the CSSOM, which `style-src 'self'` admits; a style attribute it would refuse.
    if (day && night) root.style.setProperty(name, `light-dark(${day}, ${night})`)
    else root.style.removeProperty(name)
  }
  if (look.corners) root.dataset['corners'] = look.corners
  else delete root.dataset['corners']
  for (const correction of corrections) warn(sentence(correction))
}
