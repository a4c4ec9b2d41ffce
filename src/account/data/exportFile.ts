import { authErrorText } from '#i18n/authErrorText.ts'
import { AuthError } from '#auth/errors.ts'
import type { Translate } from '#i18n/translate.ts'
import { type AccountData, isDisabledInPool, partNames } from './collectAccountData.ts'

/** Increased when a member of the file is renamed, moved or changes its meaning. */
const formatVersion = 1

interface Origin {
  portal: string
  address: string
  userPoolId: string
  exportedAt: Date
}

/** JSON of the file: the parts that were read, and for each other part the reason why it is missing. */
export function exportFileText(
  { read, notRead }: AccountData,
  origin: Origin,
  t: Translate,
): string {
  const { portal, address, userPoolId, exportedAt } = origin
  const file = {
    format: 'gatehouse-account',
    version: formatVersion,
    exportedAt: exportedAt.toISOString(),
    portal: { name: portal, address, userPoolId },
    // Sorted like `partNames`, so that two exports can be compared.
    account: Object.fromEntries(
      partNames.filter((part) => part in read).map((part) => [part, read[part]]),
    ),
    notRead: notRead.map(({ part, error }) => ({
      part,
      code: error instanceof AuthError ? error.code : 'unexpected',
      reason: isDisabledInPool({ error }) ? t('data.notUsed') : authErrorText(error, t).message,
    })),
  }
  return `${JSON.stringify(file, undefined, 2)}\n`
}

/** `harbour-bank-2026-11-23.json`: the date is in the time zone of the device. */
export function exportFileName({ portal, exportedAt }: Origin): string {
  const name = portal
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  const day = [
    exportedAt.getFullYear(),
    String(exportedAt.getMonth() + 1).padStart(2, '0'),
    String(exportedAt.getDate()).padStart(2, '0'),
  ].join('-')
  return `${name || 'account'}-${day}.json`
}
