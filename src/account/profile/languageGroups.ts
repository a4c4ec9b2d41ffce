import { localeNames } from '#i18n/locales.ts'
import type { Translate } from '#i18n/translate.ts'
import { languageName } from './attributeValueText.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')

const portalLanguages = Object.keys(localeNames)

/** Every language of two letters (ISO 639-1) that the browser has a name for: it has no list to ask for. */
function otherLanguages(t: Translate): string[] {
  const names = new Intl.DisplayNames(t.locale, { type: 'language', fallback: 'none' })
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag)
    .filter((tag) => !portalLanguages.includes(tag) && names.of(tag) !== undefined)
}

/** What to choose a language from: those of the portal, then all others by their names. */
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
