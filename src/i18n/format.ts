import { browserLanguages } from './browserLanguages.ts'
import type { Translate } from './translate.ts'

type Speaker = Pick<Translate, 'locale'>

/** `a, b and c` */
export function formatList({ locale }: Speaker, items: string[]): string {
  return new Intl.ListFormat(dateLocale(locale)).format(items)
}

/**
 * `22 November 2026 at 14:05`, in the time zone of the device; the number itself where it is too large to be a
 * time (https://tc39.es/ecma262/#sec-timeclip).
 */
export function formatDateTime({ locale }: Speaker, epochMs: number): string {
  if (Number.isNaN(new Date(epochMs).getTime())) return String(epochMs)
  return new Intl.DateTimeFormat(dateLocale(locale), {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(epochMs)
}

/** A calendar date as Cognito keeps it (`2001-02-03`), which is in no time zone. */
export function formatDate({ locale }: Speaker, isoDate: string): string {
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

/** `in 30 days`, `2 hours ago`. */
export function formatRelative({ locale }: Speaker, epochMs: number, nowMs: number): string {
  const distance = epochMs - nowMs
  const format = new Intl.RelativeTimeFormat(dateLocale(locale), { numeric: 'auto' })
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return format.format(Math.round(distance / length), unit)
  }
  return format.format(0, 'second')
}

/**
 * The dates of the person's own region, where their browser names one for the language they read;
 * plain English is then British, as its words are here.
 */
function dateLocale(locale: string): string {
  const own = browserLanguages().find((tag) => tag.startsWith(`${locale}-`))
  return own ?? (locale === 'en' ? 'en-GB' : locale)
}
