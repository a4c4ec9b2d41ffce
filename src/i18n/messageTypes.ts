import type { messages } from '#i18n/en/messages.ts'

type English = typeof messages

export type MessageKey = keyof English

/** A message that depends on the number `count`, by the plural categories of its language (CLDR). */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export type Message = string | Plural

/** The messages of an English file in another language. A missing or unknown key does not compile. */
export type TranslationOf<EnglishPart> = {
  readonly [Key in keyof EnglishPart]: EnglishPart[Key] extends string ? string : Plural
}

/** Every message in another language. */
export type Translation = TranslationOf<English>

type PlaceholdersOf<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PlaceholdersOf<Rest>
  : never

type TextOf<One> = One extends string ? One : One[keyof One] & string

type Placeholder<Key extends MessageKey> = PlaceholdersOf<TextOf<English[Key]>>

type ValuesFor<Name extends string> = {
  [Each in Name]: Each extends 'count' ? number : string | number
}

/** Values for the placeholders of a message; none for most. */
export type MessageValues<Key extends MessageKey> = [Placeholder<Key>] extends [never]
  ? []
  : [values: ValuesFor<Placeholder<Key>>]
