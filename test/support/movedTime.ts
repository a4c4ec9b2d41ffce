import { afterEach, beforeEach, vi } from 'vitest'

/**
 * Fakes the date and the timers, `AbortSignal.timeout` included, which Vitest leaves alone. `vi.useRealTimers()` and
 * `vi.restoreAllMocks()` undo it.
 */
export function fakeTimers(): void {
  vi.useFakeTimers({
    toFake: ['Date', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
  })
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController()
    const timedOut = () => controller.abort(new DOMException('Timed out.', 'TimeoutError'))
    setTimeout(timedOut, milliseconds)
    return controller.signal
  })
}

/** Turns of the event loop in which a response gets from the local Cognito to the vault, and the next request back. */
const turns = 20

/**
 * Moves the time on until the promise settles, in steps of a second.
 * @param mayMove false while something happens that takes real time, so that nothing times out because of it
 */
export async function untilSettled<Result>(
  promise: Promise<Result>,
  mayMove: () => boolean,
): Promise<Result> {
  const pending = new Set([promise])
  const settle = () => pending.delete(promise)
  promise.then(settle, settle)
  while (pending.size > 0) {
    for (let turn = 0; turn < turns; turn += 1) await new Promise(setImmediate)
    if (mayMove()) await vi.advanceTimersByTimeAsync(1000)
  }
  return promise
}

const realTimeout = setTimeout

/** Real time in which a vault reads and writes its encrypted storage. */
const stepMs = 2

/** Moves the time on by this duration, in steps of a second. @param mayMove as for {@link untilSettled} */
export async function passTime(milliseconds: number, mayMove: () => boolean): Promise<void> {
  const end = Date.now() + milliseconds
  while (Date.now() < end) {
    await new Promise((resolve) => realTimeout(resolve, stepMs))
    if (mayMove()) await vi.advanceTimersByTimeAsync(1000)
  }
}

/**
 * Makes timers twenty times as fast, `AbortSignal.timeout` included. For pages, which would not be drawn while the
 * timers are faked. `vi.unstubAllGlobals()` and `vi.restoreAllMocks()` undo it.
 *
 * @param limitFactor how much faster the limits of requests are: more than twenty only where none is answered
 */
export function fastTimers(limitFactor = 20): void {
  const faster = (run: () => void, milliseconds = 0) => realTimeout(run, milliseconds / 20)
  vi.stubGlobal('setTimeout', faster)
  vi.spyOn(AbortSignal, 'timeout').mockImplementation((milliseconds) => {
    const controller = new AbortController()
    const timedOut = () => controller.abort(new DOMException('Timed out.', 'TimeoutError'))
    realTimeout(timedOut, milliseconds / limitFactor)
    return controller.signal
  })
}

/** Moves the clock and the intervals in each test of a file; what takes real time goes on meanwhile. */
export function moveIntervals(): void {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] }))
  afterEach(() => void vi.useRealTimers())
}

const intervalStepMs = 5000

/**
 * Lets the intervals run for this long, step by step, so that no request seems to take long.
 *
 * @param advance moves the time by so many milliseconds
 * @param isIdle whether nothing is left to do that takes real time
 */
export async function passInSteps(
  milliseconds: number,
  advance: (step: number) => Promise<unknown>,
  isIdle: () => boolean,
): Promise<void> {
  for (let left = milliseconds; left > 0; left -= intervalStepMs) {
    await advance(Math.min(left, intervalStepMs))
    do await new Promise((resolve) => realTimeout(resolve, stepMs))
    while (!isIdle())
  }
}
