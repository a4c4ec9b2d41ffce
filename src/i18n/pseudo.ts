import type { Message } from './messageTypes.ts'

const plain = 'acdeghijklnorstuwyzACDEHINORSTUWY'
const accented = 'áçðéĝĥíjķļñóŕšţúŵýžÁÇÐÉĤÍÑÓŔŠŢÚŴÝ'

function accentLetter(letter: string): string {
  return accented[plain.indexOf(letter)] ?? letter
}

/** Accented, in brackets, and a third longer, as German is. Placeholders stay as they are. */
function accent(text: string): string {
  const letters = text.replaceAll(/\{\w+\}|[a-zA-Z]/g, (part) =>
    part.length === 1 ? accentLetter(part) : part,
  )
  return `[${letters}${' ~'.repeat(Math.ceil(text.length / 6))}]`
}

/** Turns an English message into one of the pseudo-locale `en-XA`. */
export function accentMessage(message: Message): Message {
  return typeof message === 'string' ? accent(message) : { other: accent(message.other) }
}
