import { isRightToLeft, translations, type AnyLocale } from './locales.ts'
import { createText, type Text } from './text.ts'

/** An operator's own sentences, by language and key. */
export type Overrides = Partial<Record<AnyLocale, Record<string, string>>>

/** Loads what a language says. @throws {TypeError} when it cannot be loaded. */
export async function loadText(locale: AnyLocale, overrides: Overrides): Promise<Text> {
  const own = overrides[locale]
  const sentences = { ...(await translations[locale]()), ...own }
  if (own) (await import('./overrideProblems.ts')).warnOfOverrides(locale, own)
  return createText(locale, sentences, isRightToLeft(locale))
}
