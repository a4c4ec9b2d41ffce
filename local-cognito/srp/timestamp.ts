import { invalidParameter } from '#local-cognito/errors.ts'

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const
const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

const LENIENT =
  /^(sun|mon|tue|wed|thu|fri|sat) (\w{3}) (\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2}) (?:UTC|GMT) (\d{4})$/i

/**
 * Reads an SRP proof's TIMESTAMP and writes it as the service does, for it is this text that the
 * proof has to cover: `Tue Sep 1 09:05:07 UTC 2026`, the day unpadded and the weekday the real
 * one. How old it is does not matter to Cognito.
 * @throws CognitoError `InvalidParameterException`
 */
export function canonicalTimestamp(text: string) {
  const [, , monthName = '', ...digits] = LENIENT.exec(text) ?? []
  const month = MONTHS.findIndex((name) => name.toLowerCase() === monthName.toLowerCase())
  if (month < 0)
    throw invalidParameter('TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.')
  const [day = 0, hours = 0, minutes = 0, seconds = 0, year = 0] = digits.map(Number)
  const time = new Date(Date.UTC(year, month, day, hours, minutes, seconds))
  const clock = time.toISOString().slice(11, 19)
  const weekday = DAYS[time.getUTCDay()]
  return `${weekday} ${MONTHS[time.getUTCMonth()]} ${time.getUTCDate()} ${clock} UTC ${time.getUTCFullYear()}`
}
