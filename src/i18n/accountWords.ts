import type { AnyLocale, Loaders } from './locales.ts'
import type { AccountWords } from './sentences.ts'
import { teach, type Text } from './text.ts'

const translations: Loaders<AccountWords> = {
  en: async () => ({}),
  de: async () => (await import('./de/account/deAccount.ts')).account,
  ar: async () => (await import('./ar/account/arAccount.ts')).account,
  // Its other sentences came with these.
  'en-XA': async () => ({}),
}

/** What is loaded already, by what it was added to: a promise of its own would suspend for ever. */
const loading = new WeakMap<Text, Promise<Text>>()

/** Adds what only people see who are signed in. */
export function withAccountWords(locale: AnyLocale, text: Text): Promise<Text> {
  const found = loading.get(text)
  if (found) return found
  const adding = load(locale, text)
  loading.set(text, adding)
  // What failed may be tried again, and is told to whoever waits now.
  adding.catch(() => loading.delete(text))
  return adding
}

async function load(locale: AnyLocale, text: Text): Promise<Text> {
  const [english, sentences] = await Promise.all([
    import('./en/account/enAccount.ts'),
    translations[locale](),
  ])
  teach(english.account)
  return text.also(sentences)
}
