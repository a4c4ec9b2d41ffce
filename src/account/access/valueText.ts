import { formatDateTime, formatList } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'

/** Claims that are a time, in seconds since 1970 (RFC 7519 section 2, NumericDate). */
const timeClaims = ['auth_time', 'exp', 'iat', 'nbf', 'updated_at']

/** A claim word for word, and a time in words, too. */
export function claimText(name: string, value: unknown, t: Translate): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (!timeClaims.includes(name) || typeof value !== 'number') return text
  return `${text} (${formatDateTime(t, value * 1000)})`
}

/** What an API said of somebody, for that person to read. */
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

/** `15 minutes`: in the largest unit of which it is a whole number. */
export function durationText({ locale }: Translate, seconds: number): string {
  const [unit, unitSeconds] = units.find(
    ([, inSeconds]) => seconds >= inSeconds && seconds % inSeconds === 0,
  ) ?? ['second' as const, 1]
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })
  return format.format(seconds / unitSeconds)
}
