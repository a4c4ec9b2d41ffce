import type { Locator } from '@playwright/test'

/** WCAG contrast ratios, 1 to 21, of an element with its background. */
interface ContrastRatios {
  text: number
  /** 1 without a border or an outline. */
  border: number
  outline: number
}

/** Measures contrast on a canvas, because computed styles may use any colour notation. */
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
