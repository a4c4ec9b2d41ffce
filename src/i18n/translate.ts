import { front } from '#i18n/en/front.ts'
import type { Message, MessageKey, MessageValues } from './messages.ts'

/** Gives the sentence for a key, its placeholders filled in. A missing value does not compile. */
export interface Translate {
  <Key extends MessageKey>(key: Key, ...values: MessageValues<Key>): string
  /** The language it speaks, for `Intl`. https://www.rfc-editor.org/info/bcp47 */
  readonly locale: string
  /** Whether a sentence has been loaded. Those of the first page have. */
  readonly knows: (key: string) => key is MessageKey
  /** The same language, with more to say. What it says already stands. */
  readonly extend: (more: Sentences) => Translate
}

type Sentences = Partial<Record<MessageKey, Message>>

/** English as far as it has been loaded: what another language does not say, it says. */
const english: Sentences = { ...front }

/** Adds to the English that is known. */
export function extendEnglish(sentences: Sentences): void {
  Object.assign(english, sentences)
}

/** Loads the English of every page that leads in, but the first. To be awaited before it is shown. */
export async function loadPageMessages(): Promise<void> {
  extendEnglish((await import('#i18n/en/pages.ts')).pages)
}

/** Around what is filled in, so that an address keeps its direction in a sentence of the other. */
const isolate = { start: '\u2068', end: '\u2069' }

/**
 * Speaks a language.
 *
 * @param sentences Those that differ from English: a translation, an operator's own words.
 * @throws {Error} for a sentence that is not loaded: a page shown without `loadPages`.
 */
export function createTranslate(
  locale: string,
  sentences: Sentences,
  rightToLeft = false,
): Translate {
  const number = new Intl.NumberFormat(locale)
  // Made when it is first asked: few sentences depend on a number.
  let plural: Intl.PluralRules | undefined

  function choose(sentence: Message, count: unknown): string {
    if (typeof sentence === 'string') return sentence
    plural ??= new Intl.PluralRules(locale)
    return sentence[plural.select(Number(count))] ?? sentence.other
  }

  function fill(value: string | number | undefined): string {
    if (typeof value === 'number') return number.format(value)
    return rightToLeft ? `${isolate.start}${String(value)}${isolate.end}` : String(value)
  }

  function text<Key extends MessageKey>(key: Key, ...[values]: MessageValues<Key>): string {
    const sentence = sentences[key] ?? english[key]
    if (sentence === undefined) throw new Error(`The sentence ${key} is not loaded`)
    const filling: Record<string, string | number> = values ?? {}
    return choose(sentence, filling['count']).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      fill(filling[name]),
    )
  }

  const known = (key: string, of: Record<string, Message>) => Object.hasOwn(of, key)
  const knows = (key: string): key is MessageKey => known(key, sentences) || known(key, english)
  const extend = (more: Sentences) =>
    createTranslate(locale, { ...more, ...sentences }, rightToLeft)
  return Object.assign(text, { locale, knows, extend })
}
