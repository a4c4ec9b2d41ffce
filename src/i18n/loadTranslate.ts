import { whenIdle } from '#whenIdle.ts'
import { isRightToLeft, pseudoLocale, type AnyLocale, type Locale } from './locales.ts'
import type { Translation } from './messageTypes.ts'
import { createTranslate, type Translate } from './translate.ts'

/** Loaders of the translations, one file each. English is the fallback and comes with the pages. */
export const translations: Record<Locale, () => Promise<Partial<Translation>>> = {
  en: async () => ({}),
  de: async () => (await import('./de/messages.ts')).messages,
  ar: async () => (await import('./ar/messages.ts')).messages,
}

/** An operator's own messages, by language and key. */
export type Overrides = Partial<Record<AnyLocale, Record<string, string>>>

/**
 * Loads a language, with an operator's own messages.
 *
 * @throws {TypeError} when it cannot be loaded.
 */
export async function loadTranslate(locale: AnyLocale, overrides: Overrides): Promise<Translate> {
  const own = overrides[locale]
  if (own) whenIdle(() => void checkOverrides(locale, own))
  if (locale === pseudoLocale) {
    const { accentMessage } = await import('./pseudo.ts')
    return createTranslate(locale, { ...own }, { transformEnglish: accentMessage })
  }
  const messages = { ...(await translations[locale]()), ...own }
  return createTranslate(locale, messages, { rightToLeft: isRightToLeft(locale) })
}

/** Warns the operator, in the console. Loads all of the English, so the first page does not wait for it. */
async function checkOverrides(locale: AnyLocale, own: Record<string, string>): Promise<void> {
  try {
    const { overrideProblems } = await import('./overrideProblems.ts')
    for (const problem of overrideProblems(own)) {
      console.warn(`portal.config.json: messages.${locale}.${problem}`)
    }
  } catch (error) {
    reportError(error)
  }
}
