import type { Translate } from './translate.ts'

/** The words around the key of an authenticator app. */
export function totpKeyText(t: Translate) {
  return {
    scan: t('setUp.scan'),
    qr: t('setUp.qr'),
    open: t('setUp.open'),
    cannotScan: t('setUp.cannotScan'),
    copy: t('setUp.copy'),
    copied: t('setUp.copied'),
    copyFailed: t('setUp.copyFailed'),
  }
}
