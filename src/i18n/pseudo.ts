import { account } from './en/account/enAccount.ts'
import { front } from './en/front.ts'
import { pages } from './en/pages.ts'
import type { Message } from './messages.ts'

const plain = 'acdeghijklnorstuwyzACDEHINORSTUWY'
const accented = 'áçðéĝĥíjķļñóŕšţúŵýžÁÇÐÉĤÍÑÓŔŠŢÚŴÝ'

function accent(letter: string): string {
  return accented[plain.indexOf(letter)] ?? letter
}

/** A third longer, as German is, accented and in brackets; placeholders stay as they are. */
function disguise(words: string): string {
  const letters = words.replaceAll(/\{\w+\}|[a-zA-Z]/g, (part) =>
    part.length === 1 ? accent(part) : part,
  )
  return `[${letters}${' ~'.repeat(Math.ceil(words.length / 6))}]`
}

function disguiseSentence(sentence: Message): Message {
  if (typeof sentence === 'string') return disguise(sentence)
  return { other: disguise(sentence.other) }
}

/** Every English sentence in disguise. */
export const pseudo = Object.fromEntries(
  Object.entries<Message>({ ...front, ...pages, ...account }).map(
    ([key, sentence]) => [key, disguiseSentence(sentence)] as const,
  ),
)
