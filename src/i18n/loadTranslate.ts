import { isRightToLeft, translations, type AnyLocale } from './locales.ts'
import { createTranslate, type Translate } from './translate.ts'

/** An operator's own sentences, by language and key. */
export type Overrides = Partial<Record<AnyLocale, Record<string, string>>>

/** Loads what a language says. @throws {TypeError} when it cannot be loaded. */
export async function loadTranslate(locale: AnyLocale, overrides: Overrides): Promise<Translate> {
  const own = overrides[locale]
  const sentences = { ...(await translations[locale]()), ...own }
  if (own) (await import('./overrideProblems.ts')).warnOfOverrides(locale, own)
  return createTranslate(locale, sentences, isRightToLeft(locale))
}
