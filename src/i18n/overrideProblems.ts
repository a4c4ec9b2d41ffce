import { messages } from './en/messages.ts'
import type { Message } from './messageTypes.ts'

const english = new Map<string, Message>(Object.entries(messages))

function placeholders(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name]) => name ?? ''))
}

/** Problems of an operator's own messages: unknown keys, and placeholders that have no value. */
export function overrideProblems(own: Record<string, string>): string[] {
  return Object.entries(own).flatMap(([key, text]) => {
    const message = english.get(key)
    // The label or the hint of a custom attribute, which only the operator knows.
    if (message === undefined && /^(attribute|hint)\.(dev:)?custom:/.test(key)) return []
    if (message === undefined) return [`${key} is not a message of this portal`]
    const known = placeholders(typeof message === 'string' ? message : message.other)
    return [...placeholders(text)]
      .filter((name) => !known.has(name))
      .map((name) => `${key} has no value for {${name}}`)
  })
}
