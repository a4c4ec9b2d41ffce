import { epochMs } from '#account/epochMs.ts'
import { formatRelative } from '#i18n/format.ts'
import type { Text } from '#i18n/text.ts'
import type { UserSession } from './queries.ts'

const isKnown = (value: string | undefined) =>
  value !== undefined && value !== '' && value !== 'unknown'

/** The browser and the system, as Cognito tells them (`Chrome 125 / macOS`). */
export function deviceOf({ DeviceType }: UserSession, text: Text): string {
  return DeviceType !== undefined && isKnown(DeviceType)
    ? DeviceType.split('/')
        .map((part) => part.trim())
        .join(', ')
    : text('sessions.unknown')
}

/** When it was last used, and from where. */
export function activityOf(session: UserSession, text: Text, now: number): string {
  const { LastActiveDate, CreateDate, LastIPAddress, LastLocation } = session
  const at = epochMs(LastActiveDate) ?? epochMs(CreateDate)
  const place = [LastLocation?.City, LastLocation?.Country].filter(isKnown).join(', ')
  return [
    at === undefined ? '' : text('sessions.active', { when: formatRelative(text, at, now) }),
    place,
    LastIPAddress ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}
