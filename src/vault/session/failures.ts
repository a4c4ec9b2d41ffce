import * as is from '#vault/protocol/validators.ts'

/** Tries that have failed, one after the other, since the last one that did not. Times are epoch milliseconds. */
export interface Failures {
  count: number
  /** When the latest ones began, oldest first. */
  triedAt: number[]
  /** When the next try is made that nobody has asked for. */
  notBefore: number
}

export const failuresShape = {
  count: is.isNumber,
  triedAt: is.isArrayOf(is.isNumber),
  notBefore: is.isNumber,
}

/** Limit for a whole browser while Cognito is down, so that its outage is not made worse. */
const maxTries = 2
const periodMs = 60_000

const firstPauseMs = 45_000

/**
 * Adds a try that has failed. The pauses double, up to `longestPauseMs`, and are random by a fifth, so that browsers that
 * failed together do not come back together.
 *
 * @param startedAt when the try began.
 */
export function addFailure(
  failures: Failures | undefined,
  startedAt: number,
  longestPauseMs = firstPauseMs,
): Failures {
  const { count, triedAt } = failures ?? { count: 0, triedAt: [] }
  const pause = Math.min(firstPauseMs * 2 ** count, longestPauseMs) * (0.8 + Math.random() * 0.4)
  return {
    count: count + 1,
    // After the clock was set back, earlier times say nothing.
    triedAt: [...triedAt.filter((at) => at <= startedAt), startedAt].slice(-maxTries),
    notBefore: startedAt + pause,
  }
}

/**
 * Returns how long to wait, in milliseconds, before the next try.
 *
 * @param urgent true for a try that a user or the return of the network asks for: it does not wait for the pause to
 *   end, but keeps the limit.
 */
export function pauseBeforeTry(failures: Failures | undefined, urgent: boolean): number {
  const now = Date.now()
  if (!failures || failures.triedAt.some((at) => at > now)) return 0
  const { triedAt, notBefore } = failures
  const [oldest = 0] = triedAt
  const withinLimit = triedAt.length < maxTries ? now : oldest + periodMs
  return Math.max(0, withinLimit - now, urgent ? 0 : notBefore - now)
}
