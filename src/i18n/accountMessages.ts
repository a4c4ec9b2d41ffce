import type { AnyLocale, Loaders } from './locales.ts'
import type { AccountMessages } from './messages.ts'
import { extendEnglish, type Translate } from './translate.ts'

const translations: Loaders<AccountMessages> = {
  en: async () => ({}),
  de: async () => (await import('#i18n/de/account/deAccount.ts')).account,
  ar: async () => (await import('#i18n/ar/account/arAccount.ts')).account,
  // Its other sentences came with these.
  'en-XA': async () => ({}),
}

/** What is loaded already, by what it was added to: a promise of its own would suspend for ever. */
const loading = new WeakMap<Translate, Promise<Translate>>()

/** Adds what only people see who are signed in. */
export function withAccountMessages(locale: AnyLocale, t: Translate): Promise<Translate> {
  const found = loading.get(t)
  if (found) return found
  const adding = load(locale, t)
  loading.set(t, adding)
  // What failed may be tried again, and is told to whoever waits now.
  adding.catch(() => loading.delete(t))
  return adding
}

async function load(locale: AnyLocale, t: Translate): Promise<Translate> {
  const [english, sentences] = await Promise.all([
    import('#i18n/en/account/enAccount.ts'),
    translations[locale](),
  ])
  extendEnglish(english.account)
  return t.extend(sentences)
}
