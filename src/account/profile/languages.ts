import { localeNames } from '#i18n/locales.ts'
import type { Text } from '#i18n/text.ts'
import { languageName } from './shownValue.ts'

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('')

const own = Object.keys(localeNames)

/** Every language of two letters (ISO 639-1) that the browser has a name for: it has no list to ask for. */
function otherLanguages(text: Text): string[] {
  const names = new Intl.DisplayNames(text.locale, { type: 'language', fallback: 'none' })
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((tag) => Intl.getCanonicalLocales(tag)[0] === tag)
    .filter((tag) => !own.includes(tag) && names.of(tag) !== undefined)
}

/** What to choose a language from: those of the portal, then all others by their names. */
export function languageGroups(text: Text) {
  const option = (tag: string) => ({ value: tag, label: languageName(tag, text) })
  const collator = new Intl.Collator(text.locale)
  return [
    { label: text('profile.ownLanguages'), options: own.map(option) },
    {
      label: text('profile.otherLanguages'),
      options: otherLanguages(text)
        .map(option)
        .sort((a, b) => collator.compare(a.label, b.label)),
    },
  ]
}
