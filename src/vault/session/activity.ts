import type { TabChannel } from '#vault/protocol/environment.ts'
import * as is from '#vault/protocol/validators.ts'
import type { EncryptedStorage } from './encryptedStorage.ts'
import { createStoredList } from './storedList.ts'

/** When the user was last active in any tab of this browser. Times are epoch milliseconds. */
export interface Activity {
  lastAt: () => number
  /** Notes that the user is active now, for all tabs, and for a browser that is started again. */
  note: (sessionId: string) => void
  /** Reads when the user was last active in this session; one that nothing is known of counts from now on. */
  restore: (sessionId: string) => Promise<void>
  /** When a tab last asked Cognito whether the session goes on. */
  askedAt: () => number
  /** @param at may be in the past, so that Cognito is asked again sooner. */
  noteAsked: (at: number) => void
  close: () => void
}

interface ActivityDeps {
  /** Undefined where nothing may be stored on disk. */
  onDisk: EncryptedStorage | undefined
  /** Tells the other tabs the times, nothing else. */
  channel: TabChannel | undefined
  /** Called when another tab has told of activity. */
  onActivity: () => void
}

const isKept = is.isArrayOf(is.isShape({ sessionId: is.isString, at: is.isNumber }))
const isTold = is.isShape({}, { activeAt: is.isNumber, askedAt: is.isNumber })

/** A time in the future comes from a clock that was set back since: it counts as now. */
const past = (at: number) => Math.min(at, Date.now())

export function createActivity({ onDisk, channel, onActivity }: ActivityDeps): Activity {
  let lastAt = Date.now()
  /** The session that `lastAt` is about. */
  let knownId: string | undefined
  let askedAt = Date.now()
  let isClosed = false
  const kept = createStoredList(onDisk, 'activity', isKept)

  async function keep(sessionId: string) {
    await kept.change(() => [{ sessionId, at: lastAt }])
  }

  function tell(times: { activeAt: number } | { askedAt: number }) {
    if (!isClosed) channel?.postMessage(times)
  }

  if (channel) {
    channel.onmessage = ({ data }) => {
      if (!isTold(data)) return
      askedAt = data.askedAt ?? askedAt
      if (data.activeAt === undefined) return
      lastAt = Math.max(past(lastAt), past(data.activeAt))
      onActivity()
    }
  }

  return {
    lastAt() {
      lastAt = past(lastAt)
      return lastAt
    },
    note(sessionId) {
      knownId = sessionId
      lastAt = Date.now()
      tell({ activeAt: lastAt })
      keep(sessionId).catch(reportError)
    },
    async restore(sessionId) {
      const [last] = await kept.read()
      if (last?.sessionId === sessionId && last.at <= Date.now()) {
        lastAt = knownId === sessionId ? Math.max(lastAt, last.at) : last.at
      } else if (knownId !== sessionId) {
        lastAt = Date.now()
        await keep(sessionId)
      }
      knownId = sessionId
    },
    askedAt() {
      askedAt = past(askedAt)
      return askedAt
    },
    noteAsked(at) {
      askedAt = at
      tell({ askedAt })
    },
    close() {
      isClosed = true
      channel?.close()
    },
  }
}
