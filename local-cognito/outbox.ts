import type { DeliveryMediumType } from '@aws-sdk/client-cognito-identity-provider'
import type { Store } from './store.ts'

/** What a message is about; `invitation` carries a temporary password instead of digits. */
export type MessageKind = 'signUp' | 'forgotPassword' | 'attributeVerification' | 'invitation'

/** Mail or SMS that a real pool would have sent. */
export interface Message {
  to: string
  medium: DeliveryMediumType
  kind: MessageKind
  code: string
  /** ISO 8601. */
  sentAt: string
  username: string
  poolId: string
}

/** A mailbox is for people and tests: old messages go, so that a state file does not grow for ever. */
const KEPT = 500

export function deliver(store: Store, message: Message) {
  store.messages.unshift(message)
  store.messages.length = Math.min(store.messages.length, KEPT)
}

/** Newest first; `to` compares without case, as mail does. */
export const messagesTo = (store: Store, to?: string) =>
  to === undefined
    ? store.messages
    : store.messages.filter((message) => message.to.toLowerCase() === to.toLowerCase())
