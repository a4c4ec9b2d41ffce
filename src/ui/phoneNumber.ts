import { asciiDigits } from './asciiDigits.ts'
import { callingCode, splitCallingCode } from './callingCodes.ts'

/** Regions whose national numbers may begin with a zero that is part of the number. */
const keepsZero = /^(?:BF|BJ|CG|CI|IT|SM|VA)$/

/** Trunk prefixes (dialled inside the country only) other than one zero. */
const trunkPrefixes: Record<string, RegExp> = {
  BR: /^0(?:\d\d(?=\d{10,11}$))?/,
  BY: /^(?:80?|0)(?=\d{9}$)/,
  GA: /^0(?=\d{8}$)/,
  HU: /^06/,
  KZ: /^8(?=\d{10}$)/,
  LT: /^[08](?=\d{8}$)/,
  MX: /^(?:01|04[45])(?=\d{10}$)/,
  RU: /^8(?=\d{10}$)/,
  TM: /^8(?=\d{8}$)/,
  UZ: /^8(?=\d{9}$)/,
}

function withoutTrunkPrefix(national: string, region: string): string {
  if (keepsZero.test(region)) return national
  if (callingCode(region) === '1') return national.replace(/^1/, '')
  return national.replace(trunkPrefixes[region] ?? /^0/, '')
}

/** The digits after `+` or `00`; undefined for a national number. */
function afterPlus(typed: string): string | undefined {
  const text = asciiDigits(typed).trim()
  if (!/^(?:\+|0\s?0)/.test(text)) return undefined
  return text.replaceAll(/\D/g, '').replace(text.startsWith('+') ? '' : /^00/, '')
}

/**
 * Converts a typed number to E.164: `0151 234` in `DE` is `+49151234`. The calling code of an international
 * number (`+` or `00`) overrides the region. Empty if there is no digit. Does not check that the number exists.
 */
export function toE164(typed: string, region: string): string {
  const digits = afterPlus(typed)
  if (digits === undefined) {
    const national = asciiDigits(typed).replaceAll(/\D/g, '')
    const rest = withoutTrunkPrefix(national, region)
    return rest === '' ? '' : `+${callingCode(region) ?? ''}${rest}`
  }
  if (digits === '') return ''
  const split = splitCallingCode(digits, region)
  if (!split?.national.startsWith('0')) return `+${digits}`
  // As in +44 (0)20: the zero is dialled inside the country only.
  return `+${split.code}${withoutTrunkPrefix(split.national, split.region)}`
}

/** The region of an international number (`+` or `00`); undefined for a national one. */
export function regionIn(typed: string, preferred: string): string | undefined {
  const digits = afterPlus(typed)
  return digits === undefined ? undefined : splitCallingCode(digits, preferred)?.region
}

/** The national part of an international number; a national number as it is. */
export function nationalPart(typed: string): string {
  const digits = afterPlus(typed)
  return digits === undefined ? typed : (splitCallingCode(digits)?.national ?? '')
}
