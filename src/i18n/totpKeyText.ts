import type { Text } from './text.ts'

/** The words around the key of an authenticator app. */
export function totpKeyText(text: Text) {
  return {
    scan: text('setUp.scan'),
    qr: text('setUp.qr'),
    open: text('setUp.open'),
    cannotScan: text('setUp.cannotScan'),
    copy: text('setUp.copy'),
    copied: text('setUp.copied'),
    copyFailed: text('setUp.copyFailed'),
  }
}
