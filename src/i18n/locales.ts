import type { PortalConfig } from '#config/portalConfig.ts'

// To add or remove a language: its folder, its entries in this file, in loadTranslate.ts and in src/start.ts, and its
// code in `portal.languages` and `messages` (src/config/settings.ts). The compiler and the tests name what is missing.

/** A language that users can choose. */
export type Locale = PortalConfig['portal']['languages'][number]

/** The name of each language, in that language. */
export const localeNames: Record<Locale, string> = { en: 'English', de: 'Deutsch', ar: 'العربية' }

const rightToLeft: readonly string[] = ['ar']

/**
 * English, accented and lengthened (`?lang=en-XA`): shows clipped text, and text that is not in the
 * message files.
 */
export const pseudoLocale = 'en-XA'

export type AnyLocale = Locale | typeof pseudoLocale

export function isRightToLeft(locale: AnyLocale): boolean {
  return rightToLeft.includes(locale)
}

/**
 * Chooses the first wanted language that is offered.
 *
 * @param wanted BCP 47 tags, the preferred one first: of the address, an earlier choice, the browser.
 * @param offered At least one; the first is the default.
 */
export function chooseLocale<Offered extends string>(
  wanted: readonly (string | null)[],
  offered: readonly Offered[],
): Offered | 'en' | typeof pseudoLocale {
  for (const tag of wanted) {
    if (tag === pseudoLocale) return tag
    const language = tag?.toLowerCase().split('-')[0]
    const found = offered.find((locale) => locale === language)
    if (found) return found
  }
  return offered[0] ?? 'en'
}
