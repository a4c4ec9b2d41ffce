import type { Message } from './records.ts'
import type { RequestSource } from './signInRecords.ts'
import type { Store } from './store.ts'
import type { Triggers } from './triggers.ts'

/** What an operation works with: one Cognito, as seen by one request. */
export interface Cognito {
  readonly store: Store
  /** The base of the token issuer: `iss` is `${origin}/${poolId}`. */
  readonly origin: string
  readonly source: RequestSource
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Puts a message into the outbox and tells whoever listens. */
  readonly send: (message: Omit<Message, 'sentAt'>) => void
  /** By the names that a pool's `LambdaConfig` has for them. */
  readonly triggers: Triggers
}
