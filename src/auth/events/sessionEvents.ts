import type { Snapshot } from '#vault/protocol/messages.ts'
import type { EventDetails } from './authEvent.ts'

/** Times of events, in milliseconds. */
export interface EventClock {
  now: () => number
  /** Whole milliseconds since then. */
  since: (time: number) => number
}

/** Compares each snapshot with the one before it. @returns whether it shows the same session, renewed or not. */
export type ReadSession = (before: Snapshot, next: Snapshot, isReauthenticating: boolean) => boolean

/** Tells when a session is renewed, and when and why it ends. */
export function createSessionEvents(
  emit: (details: EventDetails) => void,
  clock: EventClock,
): ReadSession {
  let sessionAt = 0
  let tokensAt = 0

  return (before, next, isReauthenticating) => {
    const was = before.status === 'signedIn' ? before.session : undefined
    const is = next.status === 'signedIn' ? next.session : undefined
    if (was && was.userId === is?.userId) {
      if (was.accessIssuedAt === is.accessIssuedAt) return true
      // A re-authentication brings new tokens, too, and has an event of its own.
      if (!isReauthenticating) emit({ name: 'renewed', ms: clock.since(tokensAt) })
      tokensAt = clock.now()
      return true
    }
    if (was) {
      const reason = (next.status === 'signedOut' && next.reason) || 'replaced'
      emit({ name: 'ended', reason, ms: clock.since(sessionAt) })
    }
    if (is) sessionAt = tokensAt = clock.now()
    return false
  }
}
