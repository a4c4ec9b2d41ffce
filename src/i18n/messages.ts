import type { account } from '#i18n/en/account/enAccount.ts'
import type { doors } from '#i18n/en/doors.ts'
import type { front } from '#i18n/en/front.ts'
import type { pages } from '#i18n/en/pages.ts'

type English = typeof front & typeof pages & typeof account

export type MessageKey = keyof English

/** A sentence that depends on the number `count`, by the plural categories of its language (CLDR). */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type Message = string | Plural

/** Every sentence in another language. One that is missing does not compile. */
type Catalogue = {
  [Key in MessageKey]: English[Key] extends string ? string : Plural
}

/** What is loaded at once: all but what only people see who are signed in. */
export type Translation = Omit<Catalogue, keyof typeof account>

export type AccountMessages = Pick<Catalogue, keyof typeof account>

/** The sentences of another language whose keys begin with one of these words. */
export type Part<Section extends string> = Pick<
  Catalogue,
  Extract<MessageKey, `${Section}.${string}`>
>

/** Faults and refusals that anybody may meet, in another language. */
export type ErrorMessages = Omit<Part<'error' | 'fault'>, keyof typeof account>

/** What is asked between the name and being signed in, in another language. */
export type ChallengeMessages = Pick<Catalogue, keyof typeof doors>

type PlaceholdersOf<Words extends string> = Words extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

type WordsOf<One> = One extends string ? One : One[keyof One] & string

type Placeholder<Key extends MessageKey> = PlaceholdersOf<WordsOf<English[Key]>>

type Filling<Name extends string> = {
  [Each in Name]: Each extends 'count' ? number : string | number
}

/** What has to be filled into the sentence of a key; nothing, for most. */
export type MessageValues<Key extends MessageKey> = [Placeholder<Key>] extends [never]
  ? []
  : [values: Filling<Placeholder<Key>>]
