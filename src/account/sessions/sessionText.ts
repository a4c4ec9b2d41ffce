import { toEpochMs } from '#account/toEpochMs.ts'
import { formatRelative } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'
import type { UserSession } from './sessionsQuery.ts'

const isKnown = (value: string | undefined) =>
  value !== undefined && value !== '' && value !== 'unknown'

/** Browser and operating system; Cognito's `Chrome 125 / macOS` becomes `Chrome 125, macOS`. */
export function deviceText({ DeviceType }: UserSession, t: Translate): string {
  return DeviceType !== undefined && isKnown(DeviceType)
    ? DeviceType.split('/')
        .map((part) => part.trim())
        .join(', ')
    : t('sessions.unknown')
}

/** Time of last use, place and IP address of a session. */
export function activityText(session: UserSession, t: Translate, now: number): string {
  const { LastActiveDate, CreateDate, LastIPAddress, LastLocation } = session
  const lastUsed = toEpochMs(LastActiveDate) ?? toEpochMs(CreateDate)
  const place = [LastLocation?.City, LastLocation?.Country].filter(isKnown).join(', ')
  return [
    lastUsed === undefined ? '' : t('sessions.active', { when: formatRelative(t, lastUsed, now) }),
    place,
    LastIPAddress ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}
