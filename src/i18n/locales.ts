import type { AccountMessages, Translation } from './messages.ts'

/** The languages people may choose from, each called what its speakers call it. */
export const localeNames = { en: 'English', de: 'Deutsch', ar: 'العربية' } as const

export type Locale = keyof typeof localeNames

/** English, accented and lengthened: shows what is cut off, and what was never handed to a translator. */
const pseudoLocale = 'en-XA'

/** What loads the words of each language. English is what is fallen back to, and is loaded apart. */
export type Loaders<Words> = Record<Locale | typeof pseudoLocale, () => Promise<Partial<Words>>>

export const translations: Loaders<Translation & Partial<AccountMessages>> = {
  en: async () => ({}),
  de: async () => (await import('./de/de.ts')).de,
  ar: async () => (await import('./ar/ar.ts')).ar,
  [pseudoLocale]: async () => (await import('./pseudo.ts')).pseudo,
}

export type AnyLocale = keyof typeof translations

export function isRightToLeft(locale: AnyLocale): boolean {
  return locale === 'ar'
}

/**
 * The language to speak: the first of what is wanted that is offered.
 *
 * @param wanted BCP 47 tags, dearest first: of the address, of the person, of the browser.
 * @param offered Never empty; its first is for people who want none of them.
 */
export function chooseLocale(
  wanted: readonly (string | null)[],
  offered: readonly Locale[],
): AnyLocale {
  for (const tag of wanted) {
    if (tag === pseudoLocale) return tag
    const language = tag?.toLowerCase().split('-')[0]
    const found = offered.find((locale) => locale === language)
    if (found) return found
  }
  return offered[0] ?? 'en'
}
