import type { Auth } from '#auth/auth.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import { withStorage } from '#storage.ts'

const key = 'gatehouse.signedIn'

/**
 * Keeps, for the next load, whether somebody is signed in: `src/start.ts` then shows no sign-in page while the
 * vault restores the session. It says nothing else, and decides nothing else.
 */
export function keepSignedInHint(auth: Auth, { session }: PortalConfig): void {
  // A session in memory ends with its page.
  if (session.storage === 'memory') return
  auth.subscribe(() => setTimeout(write, delayMs))

  function write() {
    const isSignedIn = auth.getState().status === 'signedIn'
    withStorage('localStorage', (storage) =>
      isSignedIn ? storage.setItem(key, '') : storage.removeItem(key),
    )
  }
}

/** Longer than it takes to draw the next page, which must not wait for the disk. */
const delayMs = 300

/** Whether somebody was signed in when this browser last showed the portal. */
export function hasSignedInHint(): boolean {
  return typeof withStorage('localStorage', (storage) => storage.getItem(key)) === 'string'
}
