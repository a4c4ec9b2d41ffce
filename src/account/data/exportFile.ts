import { authErrorText } from '#i18n/authErrorText.ts'
import { AuthError } from '#auth/errors.ts'
import type { Translate } from '#i18n/translate.ts'
import { type AccountData, isDisabledInPool, partNames } from './collectAccountData.ts'

/** Counted up when something in the file moves or changes its meaning. */
const formatVersion = 1

interface Origin {
  portal: string
  address: string
  userPoolId: string
  exportedAt: Date
}

/** The text of the file: what was read, and what was not with the reason. */
export function exportFileText(
  { read, notRead }: AccountData,
  origin: Origin,
  t: Translate,
): string {
  const { portal, address, userPoolId, exportedAt } = origin
  const file = {
    format: 'gatehouse-account',
    formatVersion,
    exportedAt: exportedAt.toISOString(),
    portal: { name: portal, address, userPoolId },
    // In this order, whichever was read first.
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

/** `harbour-bank-2026-11-23.json`: the day is that of the device. */
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
