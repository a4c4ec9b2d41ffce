import type { Message } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'

/** A mailbox is for people and tests: old messages go, so that a state file does not grow for ever. */
const MAX_MESSAGES = 500

export function deliver(store: Store, message: Message) {
  store.messages.unshift(message)
  store.messages.length = Math.min(store.messages.length, MAX_MESSAGES)
}

/** Newest first; `to` compares without case, as mail does. */
export const messagesTo = (store: Store, to?: string) =>
  to === undefined
    ? store.messages
    : store.messages.filter((message) => message.to.toLowerCase() === to.toLowerCase())
