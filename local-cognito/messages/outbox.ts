import type { Message } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'

/** Limits the mailbox, so that the state file does not grow forever. */
const MAX_MESSAGES = 500

export function deliver(store: Store, message: Message) {
  store.sentMessages.set(crypto.randomUUID(), message)
  const [oldest] = store.sentMessages.keys()
  if (oldest !== undefined && store.sentMessages.size > MAX_MESSAGES)
    store.sentMessages.delete(oldest)
}

/** Messages newest first; `to` compares without case, as email does. */
export const messagesTo = (store: Store, to?: string) =>
  to === undefined
    ? store.messages
    : store.messages.filter((message) => message.to.toLowerCase() === to.toLowerCase())
