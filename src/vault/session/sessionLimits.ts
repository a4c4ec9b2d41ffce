import type { VaultConfig } from '#vault/protocol/messages.ts'
import type { Activity } from './activity.ts'
import type { SessionRecord, SessionStore } from './sessionStore.ts'
import { claimsOf } from './tokens.ts'

type LimitReason = 'idle' | 'sessionLimit'

/** The operator's limits of a session. On the wall clock, because timers stand still while a laptop sleeps. */
export interface SessionLimits {
  /** Counts from now on: the user has signed in, or was verified again. */
  begin: (record: SessionRecord) => void
  /** Returns which limit the session has reached, as far as this tab knows. */
  reached: (record: SessionRecord) => LimitReason | undefined
  /** The same by what is kept, for a tab that has just started, or has slept while others were used. */
  lookAgain: (
    known: SessionRecord,
    store: SessionStore,
  ) => Promise<{ record: SessionRecord; reason: LimitReason | undefined }>
  /** Returns when the session ends unless the user is active; undefined without a limit. */
  endsAt: (record: SessionRecord) => number | undefined
  /** Returns when the user is signed out for being away, if it is time to warn them. */
  warnedEnd: () => number | undefined
}

const minuteMs = 60_000

/** Some seconds more than a minute: the warning may come late by the interval at which the clock is looked at. */
const shortWarningMs = 70_000
const longWarningMs = 2 * minuteMs

/** From so many minutes on, the warning is the long one. */
const longIdleMinutes = 10

export function createSessionLimits(
  { idleMinutes, maxHours }: VaultConfig['session'],
  activity: Activity,
): SessionLimits {
  const idleEnd = () =>
    idleMinutes === undefined ? Infinity : activity.lastAt() + idleMinutes * minuteMs
  const lastEnd = ({ tokens }: SessionRecord) =>
    maxHours === undefined ? Infinity : claimsOf(tokens).signedInAt + maxHours * 60 * minuteMs
  const warningMs =
    idleMinutes !== undefined && idleMinutes >= longIdleMinutes ? longWarningMs : shortWarningMs

  function reached(record: SessionRecord): LimitReason | undefined {
    const now = Date.now()
    if (now >= lastEnd(record)) return 'sessionLimit'
    return now >= idleEnd() ? 'idle' : undefined
  }

  return {
    begin: ({ id }) => activity.note(id),
    reached,
    async lookAgain(known, store) {
      if (idleMinutes === undefined && maxHours === undefined) {
        return { record: known, reason: undefined }
      }
      const record = (await store.read()) ?? known
      await activity.restore(record.id)
      return { record, reason: reached(record) }
    },
    endsAt(record) {
      const end = Math.min(idleEnd(), lastEnd(record))
      return end === Infinity ? undefined : end
    },
    warnedEnd() {
      const end = idleEnd()
      return end !== Infinity && Date.now() >= end - warningMs ? end : undefined
    },
  }
}
