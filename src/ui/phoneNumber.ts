import { asciiDigits } from './asciiDigits.ts'
import { callingCode, splitCallingCode } from './callingCodes.ts'

/** Where a number begins with a zero of its own, which is dialled from abroad too. */
const keepsZero = /^(?:BF|BJ|CG|CI|IT|SM|VA)$/

/** What is dialled before a number inside a country only, where that is not one zero. */
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

/** The digits after the plus or the two zeros of a number that names its country. */
function afterPlus(typed: string): string | undefined {
  const text = asciiDigits(typed).trim()
  if (!/^(?:\+|0\s?0)/.test(text)) return undefined
  return text.replaceAll(/\D/g, '').replace(text.startsWith('+') ? '' : /^00/, '')
}

/**
 * What was typed, as E.164: `0151 234` in `DE` is `+49151234`. A number that names its country itself,
 * by + or 00, stays in it. Empty when there is no digit in it; whether such a number exists is not asked.
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
  // As in +44 (0)20: the zero is for those who are in the country.
  return `+${split.code}${withoutTrunkPrefix(split.national, split.region)}`
}

/** The region that a number names itself, by + or 00 and its calling code. */
export function regionIn(typed: string, preferred: string): string | undefined {
  const digits = afterPlus(typed)
  return digits === undefined ? undefined : splitCallingCode(digits, preferred)?.region
}

/** What was typed without the calling code it names; as it is when it names none. */
export function nationalPart(typed: string): string {
  const digits = afterPlus(typed)
  return digits === undefined ? typed : (splitCallingCode(digits)?.national ?? '')
}
