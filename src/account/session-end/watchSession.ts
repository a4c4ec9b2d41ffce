import type { Auth } from '#auth/auth.ts'
import { AuthError } from '#auth/errors.ts'

/** What counts as activity. Not `scroll`, which the page itself causes. */
const activityEvents = [
  'pointerdown',
  'pointermove',
  'keydown',
  'wheel',
  'touchstart',
  'touchmove',
] as const

/** How often the vault is told that the user is active. */
const activityIntervalMs = 5000

const tickMs = 1000

/** A tick that is later than this comes after a sleep, or after a time in the background. */
const sleptMs = 3000

/**
 * Tells the vault, while a user is signed in, that the pages are used or looked at. After a sleep beyond the end of
 * the session it hides the page until the vault has looked at its clock, so that the next user of the machine sees
 * nothing of the one before.
 *
 * @returns a function that stops it.
 */
export function watchSession(auth: Auth): () => void {
  const stopped = new AbortController()
  const { signal } = stopped
  /** As the vault has told last; activity in another tab may have moved it since. */
  let endsAt = Infinity
  let toldAt = 0
  let tickedAt = Date.now()

  async function check(active: boolean) {
    const state = auth.getState()
    if (state.status !== 'signedIn') return
    try {
      endsAt = (await state.session.check(active)).endsAt ?? Infinity
    } catch (error) {
      // The vault has crashed, as the next command of the user tells.
      if (!(error instanceof AuthError)) throw error
      endsAt = Infinity
    }
    // If it is over, the page stays hidden until the sign-in page takes its place.
    if (Date.now() < endsAt) setHidden(false)
  }

  function noteActivity(event: Event) {
    const state = auth.getState()
    // Once warned, users answer the dialog.
    if (state.status !== 'signedIn' || state.session.idleEndsAt !== undefined) return
    if (isStill(event) || Math.abs(Date.now() - toldAt) < activityIntervalMs) return
    toldAt = Date.now()
    void check(true)
  }

  function look() {
    if (document.visibilityState === 'hidden') return
    if (Date.now() >= endsAt) setHidden(true)
    void check(false)
  }

  function tick() {
    const now = Date.now()
    const hasSlept = now - tickedAt > sleptMs
    tickedAt = now
    if (now < endsAt) return
    if (hasSlept) setHidden(true)
    void check(false)
  }

  for (const type of activityEvents) {
    document.addEventListener(type, noteActivity, { capture: true, passive: true, signal })
  }
  document.addEventListener('visibilitychange', look, { signal })
  for (const type of ['focus', 'pageshow', 'online']) {
    window.addEventListener(type, look, { signal })
  }
  const ticking = setInterval(tick, tickMs)
  void check(false)

  return () => {
    stopped.abort()
    clearInterval(ticking)
    setHidden(false)
  }
}

/** Whether the pointer lies still: browsers report a move when the page moves below it. */
function isStill(event: Event): boolean {
  return event.type === 'pointermove' && event instanceof MouseEvent
    ? event.movementX === 0 && event.movementY === 0
    : false
}

function setHidden(hidden: boolean): void {
  document.documentElement.style.visibility = hidden ? 'hidden' : ''
}
