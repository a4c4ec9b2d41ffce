import type { Locator } from '@playwright/test'

/** WCAG contrasts, 1 to 21, of what is drawn with what is behind it. */
interface ContrastRatios {
  text: number
  /** 1 where there is no border, or no outline. */
  border: number
  outline: number
}

/** Draws each colour to learn it: a style may say it in any notation. */
export function measureContrast(of: Locator): Promise<ContrastRatios> {
  return of.evaluate((element) => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
    }
    const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new Error('no canvas')
    const channel = (value = 0) =>
      value <= 10 ? value / 3294.6 : ((value / 255 + 0.055) / 1.055) ** 2.4
    const light = (...layers: string[]) => {
      for (const layer of layers) {
        canvas.fillStyle = layer
        canvas.fillRect(0, 0, 1, 1)
      }
      const [red, green, blue] = canvas.getImageData(0, 0, 1, 1).data
      return 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue)
    }
    const behind: string[] = []
    for (let at = element.parentElement; at; at = at.parentElement) {
      behind.unshift(getComputedStyle(at).backgroundColor)
    }
    const contrast = (layers: string[], colour: string) => {
      const [low = 0, high = 0] = [light(...layers), light(...layers, colour)].toSorted(
        (one, other) => one - other,
      )
      return (high + 0.05) / (low + 0.05)
    }
    const style = getComputedStyle(element)
    const line = (width: string, kind: string, colour: string) =>
      kind === 'none' || width === '0px' ? 1 : contrast(behind, colour)
    return {
      text: contrast([...behind, style.backgroundColor], style.color),
      border: line(
        style.borderBlockStartWidth,
        style.borderBlockStartStyle,
        style.borderBlockStartColor,
      ),
      outline: line(style.outlineWidth, style.outlineStyle, style.outlineColor),
    }
  })
}
