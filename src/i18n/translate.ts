import { signInMessages } from '#i18n/en/signIn.ts'
import type { Message, MessageKey, MessageValues } from './messageTypes.ts'

/** Gives the message of a key, its placeholders filled in. A missing value does not compile. */
export interface Translate {
  <Key extends MessageKey>(key: Key, ...values: MessageValues<Key>): string
  /** The language, for `Intl`. https://www.rfc-editor.org/info/bcp47 */
  readonly locale: string
  /** Whether a message has been loaded. Those of the sign-in page always have. */
  readonly knows: (key: string) => key is MessageKey
}

type Messages = Partial<Record<MessageKey, Message>>

/** The English that has been loaded: the fallback of every language. */
const english: Messages = { ...signInMessages }

let arrivals = 0
const listeners = new Set<() => void>()

/** Arrivals of English messages, for `useSyncExternalStore`. */
export const englishArrivals = {
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  /** How many there were. */
  count: () => arrivals,
}

/**
 * Registers English messages. The entry module of a lazily loaded piece calls it, so that the messages
 * arrive in the same file as the pages that show them.
 *
 * @example
 * import { stepMessages } from '#i18n/en/steps.ts'
 * extendEnglish(stepMessages)
 */
export function extendEnglish(messages: Messages): void {
  Object.assign(english, messages)
  arrivals += 1
  for (const listener of listeners) listener()
}

interface TranslateOptions {
  rightToLeft?: boolean
  /** Applied to each English message that stands in for one of this language. */
  transformEnglish?: (message: Message) => Message
}

/** FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE: keep the direction of a value in the sentence. */
const isolate = { start: '\u2068', end: '\u2069' }

/**
 * Creates the translation function of a language.
 *
 * @param messages The messages that differ from English: a translation, an operator's own.
 * @throws {Error} The function throws for a message that is not loaded: a page without its messages.
 */
export function createTranslate(
  locale: string,
  messages: Messages,
  { rightToLeft = false, transformEnglish = (message) => message }: TranslateOptions = {},
): Translate {
  // Made when first needed: few messages have a number, and each costs the first paint time.
  let number: Intl.NumberFormat | undefined
  let plural: Intl.PluralRules | undefined

  function choose(message: Message, count: unknown): string {
    if (typeof message === 'string') return message
    plural ??= new Intl.PluralRules(locale)
    return message[plural.select(Number(count))] ?? message.other
  }

  function format(value: string | number | undefined): string {
    if (typeof value === 'number') {
      number ??= new Intl.NumberFormat(locale)
      return number.format(value)
    }
    return rightToLeft ? `${isolate.start}${String(value)}${isolate.end}` : String(value)
  }

  function find(key: MessageKey): Message {
    const own = messages[key]
    if (own !== undefined) return own
    const fallback = english[key]
    if (fallback === undefined) throw new Error(`The message ${key} is not loaded`)
    return transformEnglish(fallback)
  }

  function text<Key extends MessageKey>(key: Key, ...[values]: MessageValues<Key>): string {
    const given: Record<string, string | number> = values ?? {}
    return choose(find(key), given['count']).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      format(given[name]),
    )
  }

  const knows = (key: string): key is MessageKey =>
    Object.hasOwn(messages, key) || Object.hasOwn(english, key)
  return Object.assign(text, { locale, knows })
}
