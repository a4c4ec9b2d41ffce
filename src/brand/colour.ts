/** A colour in OKLCH: lightness 0 to 1, chroma from 0 (grey), hue in degrees. */
export interface Oklch {
  l: number
  c: number
  h: number
}

type Triple = [number, number, number]

/** Red, green and blue of `#rrggbb` in linear light, 0 to 1 each. */
function toLinear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

function fromLinear(rgb: Triple): string {
  const channel = (linear: number) => {
    const value = linear <= 0.0031308 ? linear * 12.92 : 1.055 * linear ** (1 / 2.4) - 0.055
    const byte = Math.round(Math.min(1, Math.max(0, value)) * 255)
    return byte.toString(16).padStart(2, '0')
  }
  return `#${rgb.map(channel).join('')}`
}

/** `#rrggbb` in OKLCH, by the matrices of https://bottosson.github.io/posts/oklab/. */
export function toOklch(hex: string): Oklch {
  const [r, g, b] = toLinear(hex)
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  const l = 0.2104542553 * long + 0.793617785 * medium - 0.0040720468 * short
  const green = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short
  const blue = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short
  const h = (Math.atan2(blue, green) * 180) / Math.PI
  return { l, c: Math.hypot(green, blue), h: (h + 360) % 360 }
}

/** Linear RGB; outside 0 to 1 for a colour that is not in sRGB. */
function oklchToLinear({ l, c, h }: Oklch): Triple {
  const a = c * Math.cos((h * Math.PI) / 180)
  const b = c * Math.sin((h * Math.PI) / 180)
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
}

// With a tolerance, or rounding would reduce the chroma of colours on the edge of sRGB.
const inGamut = (rgb: Triple) => rgb.every((channel) => channel >= -1e-4 && channel <= 1 + 1e-4)

/** Converts to `#rrggbb`. A colour outside sRGB keeps its lightness and hue; its chroma is reduced. */
export function toHex({ l, c, h }: Oklch): string {
  const lightness = Math.min(1, Math.max(0, l))
  const at = (chroma: number) => oklchToLinear({ l: lightness, c: chroma, h })
  if (inGamut(at(c))) return fromLinear(at(c))
  let shown = 0
  let beyond = c
  // Chroma is below 0.4: after twelve halvings the error is less than a step of eight bits.
  for (let round = 0; round < 12; round++) {
    const middle = (shown + beyond) / 2
    if (inGamut(at(middle))) shown = middle
    else beyond = middle
  }
  return fromLinear(at(shown))
}

/** Relative luminance of `#rrggbb`, 0 (black) to 1 (white), as WCAG 2 defines it. */
export function luminance(hex: string): number {
  const [r, g, b] = toLinear(hex)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Contrast ratio of two colours, 1 to 21: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. */
export function contrast(a: string, b: string): number {
  return ratioOf(luminance(a), luminance(b))
}

const ratioOf = (one: number, other: number) =>
  (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** The lowest contrast of a colour with several others. */
export const lowestContrast = (colour: string, against: string[]) =>
  Math.min(...against.map((other) => contrast(colour, other)))

/**
 * Finds the nearest colour with the contrast `ratio` to all of `against`: lightness changes as little as possible,
 * hue stays, chroma stays as far as sRGB allows. A colour with enough contrast is returned as it is; if no
 * lightness reaches the contrast, the better one of black and white.
 */
export function towardsContrast(colour: string, against: string[], ratio: number): string {
  const others = against.map(luminance)
  const reaches = (candidate: string) => {
    const own = luminance(candidate)
    return others.every((other) => ratioOf(own, other) >= ratio)
  }
  if (reaches(colour)) return colour
  const { l, c, h } = toOklch(colour)
  // Steps smaller than one of eight bits, so that no colour is skipped.
  for (let step = 0.001; step <= 1; step += 0.001) {
    for (const lightness of [l - step, l + step]) {
      if (lightness < -0.001 || lightness > 1.001) continue
      const candidate = toHex({ l: lightness, c, h })
      if (reaches(candidate)) return candidate
    }
  }
  return lowestContrast('#000000', against) > lowestContrast('#ffffff', against)
    ? '#000000'
    : '#ffffff'
}
