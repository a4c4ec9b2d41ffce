import { en } from './en.ts'

export type TextKey = keyof typeof en

type Placeholder<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never

type Values<Key extends TextKey> = [Placeholder<(typeof en)[Key]>] extends [never]
  ? []
  : [values: Record<Placeholder<(typeof en)[Key]>, string | number>]

/** Gives the sentence for a key, its placeholders filled in. A missing value does not compile. */
export type Text = <Key extends TextKey>(key: Key, ...values: Values<Key>) => string

const text: Text = (key, ...[values]) => {
  const filled: Record<string, string | number> = values ?? {}
  return en[key].replaceAll(/\{(\w+)\}/g, (_, name: string) => String(filled[name]))
}

/** The sentences in the person's language. */
export function useText(): Text {
  return text
}
