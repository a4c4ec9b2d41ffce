import type { Assumptions } from './assumptions.ts'
import type { Message } from './records.ts'
import type { RequestSource } from './signInRecords.ts'
import type { Store } from './store.ts'
import type { TokenSource, Triggers } from './triggers.ts'

/** Computes base^exponent modulo the prime of SRP's group, of numbers that are not negative. */
export type Power = (base: bigint, exponent: bigint) => bigint

/** Context of one request: the state, and everything an operation may use beside it. */
export interface Cognito {
  readonly store: Store
  /** Base of the token issuer: `iss` is `${origin}/${poolId}`. */
  readonly origin: string
  readonly source: RequestSource
  /** Region that the request is signed for; `us-east-1` without a signature. */
  readonly region: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Delivers a message to the mailbox and to `onMessage`. */
  readonly send: (message: Omit<Message, 'sentAt'>) => void
  /** Functions of Lambda triggers by the name that a pool's `LambdaConfig` gives. */
  readonly triggers: Triggers
  /** Arithmetic of SRP, most of the work of a sign-in. */
  readonly power: Power
  /**
   * Lets other requests run while `job` does, for a trigger that calls the API. What was read before
   * may have changed after it.
   */
  readonly letOthersRun: <T>(job: () => Promise<T>) => Promise<T>
  /** `ClientMetadata` of the request, for triggers. */
  readonly clientMetadata?: Record<string, string> | undefined
  /** `ClientMetadata` of InitiateAuth, which triggers get under this name. */
  readonly validationData?: Record<string, string> | undefined
  /** Kind of sign-in that the request's tokens are for; `Authentication` by default. */
  readonly tokenSource?: TokenSource
  /** Answers to the open questions about AWS; the devtools change them. */
  readonly assumptions: Assumptions
}

/**
 * Runs a job while no other runs, and saves what it changed. The job has to read every record that it
 * changes: changes to what was read before its turn are not noticed.
 */
export type RunAndSave = (job: () => Promise<Response>) => Promise<Response>
