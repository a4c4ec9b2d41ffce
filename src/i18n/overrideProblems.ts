import { account } from './en/account/enAccount.ts'
import { front } from './en/front.ts'
import { pages } from './en/pages.ts'
import type { Message } from './messages.ts'

const english = new Map<string, Message>(Object.entries({ ...front, ...pages, ...account }))

function placeholders(words: string): Set<string> {
  return new Set(Array.from(words.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ''))
}

/** What is wrong with an operator's own sentences: keys there are not, values there are not. */
export function overrideProblems(own: Record<string, string>): string[] {
  return Object.entries(own).flatMap(([key, words]) => {
    const sentence = english.get(key)
    // The label, or the hint, of an attribute that only the operator knows.
    if (sentence === undefined && /^(attribute|hint)\.(dev:)?custom:/.test(key)) return []
    if (sentence === undefined) return [`${key} is no sentence of this portal`]
    const known = placeholders(typeof sentence === 'string' ? sentence : sentence.other)
    return [...placeholders(words)]
      .filter((name) => !known.has(name))
      .map((name) => `${key} has no {${name}} to fill in`)
  })
}

/** Tells the operator's console which of their sentences nobody will ever see, or see filled in. */
export function warnOfOverrides(locale: string, own: Record<string, string>): void {
  for (const problem of overrideProblems(own)) {
    console.warn(`portal.config.json: messages.${locale}.${problem}`)
  }
}
