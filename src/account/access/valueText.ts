import { formatDateTime, formatList } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'

/** Claims that are times, in epoch seconds (RFC 7519 section 2, NumericDate). */
const timeClaims = ['auth_time', 'exp', 'iat', 'nbf', 'updated_at']

/** The unchanged value of a claim, followed by the date if the claim is a time. */
export function claimText(name: string, value: unknown, t: Translate): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (!timeClaims.includes(name) || typeof value !== 'number') return text
  return `${text} (${formatDateTime(t, value * 1000)})`
}

/** Readable text of a value from the team's API. */
export function apiValueText(value: unknown, t: Translate): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value) && value.every((one) => typeof one === 'string')) {
    return formatList(t, value)
  }
  return JSON.stringify(value)
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const

/** `15 minutes`: formats a duration in its largest whole unit. */
export function durationText({ locale }: Translate, seconds: number): string {
  const [unit, unitSeconds] = units.find(
    ([, inSeconds]) => seconds >= inSeconds && seconds % inSeconds === 0,
  ) ?? ['second' as const, 1]
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(seconds / unitSeconds)
}
