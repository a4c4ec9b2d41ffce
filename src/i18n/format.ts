import { browserLanguages } from './browserLanguages.ts'
import type { Translate } from './translate.ts'

type HasLocale = Pick<Translate, 'locale'>

/** Formats a list: `a, b and c`. */
export function formatList({ locale }: HasLocale, items: string[]): string {
  return new Intl.ListFormat(dateLocale(locale)).format(items)
}

/**
 * Formats a time: `22 November 2026 at 14:05`, in the time zone of the device. A number that is too large for
 * a date is returned as it is (https://tc39.es/ecma262/#sec-timeclip).
 */
export function formatDateTime({ locale }: HasLocale, epochMs: number): string {
  if (Number.isNaN(new Date(epochMs).getTime())) return String(epochMs)
  return new Intl.DateTimeFormat(dateLocale(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(epochMs)
}

/** Formats a time of today: `14:05`. */
export function formatTime({ locale }: HasLocale, epochMs: number): string {
  return new Intl.DateTimeFormat(dateLocale(locale), { timeStyle: 'short' }).format(epochMs)
}

/** Formats a duration: `70 seconds`. */
export function formatSeconds({ locale }: HasLocale, seconds: number): string {
  const unit = { style: 'unit', unit: 'second', unitDisplay: 'long' } as const
  return new Intl.NumberFormat(dateLocale(locale), unit).format(seconds)
}

/** Formats a calendar date (`2001-02-03`), which has no time zone. */
export function formatDate({ locale }: HasLocale, isoDate: string): string {
  const epochMs = Date.parse(isoDate)
  if (Number.isNaN(epochMs)) return isoDate
  return new Intl.DateTimeFormat(dateLocale(locale), {
    dateStyle: 'long',
    timeZone: 'UTC',
  }).format(epochMs)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** Formats a time relative to another: `in 30 days`, `2 hours ago`. */
export function formatRelative({ locale }: HasLocale, epochMs: number, nowMs: number): string {
  const distance = epochMs - nowMs
  const format = new Intl.RelativeTimeFormat(dateLocale(locale), { numeric: 'auto' })
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return format.format(Math.round(distance / length), unit)
  }
  return format.format(0, 'second')
}

/**
 * The locale for dates: the browser's regional variant of the language, if it has one. English without
 * a region is British, as the messages are.
 */
function dateLocale(locale: string): string {
  const own = browserLanguages().find((tag) => tag.startsWith(`${locale}-`))
  return own ?? (locale === 'en' ? 'en-GB' : locale)
}
