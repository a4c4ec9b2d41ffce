const locale = 'en-GB'

/** `a, b and c` */
export function formatList(items: string[]): string {
  return new Intl.ListFormat(locale).format(items)
}

/** `22 November 2026 at 14:05`, in the time zone of the device. */
export function formatDateTime(epochMs: number): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' }).format(epochMs)
}

/** A calendar date as Cognito keeps it (`2001-02-03`), which is in no time zone. */
export function formatDate(isoDate: string): string {
  const epochMs = Date.parse(isoDate)
  if (Number.isNaN(epochMs)) return isoDate
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(epochMs)
}

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const

/** `in 30 days`, `2 hours ago`. */
export function formatRelative(epochMs: number, nowMs: number): string {
  const distance = epochMs - nowMs
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, length] of units) {
    if (Math.abs(distance) >= length) return format.format(Math.round(distance / length), unit)
  }
  return format.format(0, 'second')
}
