import { localeNames } from '#i18n/locales.ts'
import type { Translate } from '#i18n/translate.ts'
import { languageName } from './attributeValueText.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')

const portalLanguages = Object.keys(localeNames)

/**
 * All ISO 639-1 languages that the browser has a name for. `Intl` has no list of them, so every pair of letters is
 * tried.
 */
function otherLanguages(t: Translate): string[] {
  const names = new Intl.DisplayNames(t.locale, { type: 'language', fallback: 'none' })
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag)
    .filter((tag) => !portalLanguages.includes(tag) && names.of(tag) !== undefined)
}

/** Options for the locale: the portal's languages, then all others sorted by name. */
export function languageGroups(t: Translate) {
  const option = (tag: string) => ({ value: tag, label: languageName(tag, t) })
  const collator = new Intl.Collator(t.locale)
  return [
    { label: t('profile.ownLanguages'), options: portalLanguages.map(option) },
    {
      label: t('profile.otherLanguages'),
      options: otherLanguages(t)
        .map(option)
        .sort((a, b) => collator.compare(a.label, b.label)),
    },
  ]
}
