/** Browser features that the vault uses. Undefined are those that this browser lacks or blocks. */
export interface VaultEnvironment {
  /** Origin of the page: the meaning of `self` in `api.origins`. */
  origin: string
  indexedDB: IDBFactory | undefined
  locks: LockManager | undefined
  openChannel: (name: string) => TabChannel | undefined
  /** False only while the browser knows that the device has no network. */
  isOnline: () => boolean
}

/** The part of a BroadcastChannel that the vault uses. */
export interface TabChannel {
  postMessage: (message: unknown) => void
  onmessage: ((event: MessageEvent) => void) | null
  close: () => void
}

/** The part of a worker's global scope that is read here. Every browser has `location`. */
interface Scope {
  location: { origin: string }
  indexedDB?: IDBFactory
  navigator?: { locks?: LockManager; onLine?: boolean }
  BroadcastChannel?: new (name: string) => TabChannel
}

/** Reads the environment from a worker's global scope. */
export function readEnvironment(scope: Scope): VaultEnvironment {
  return {
    origin: scope.location.origin,
    indexedDB: allowed(() => scope.indexedDB),
    locks: allowed(() => scope.navigator?.locks),
    openChannel: (name) =>
      allowed(() => scope.BroadcastChannel && new scope.BroadcastChannel(name)),
    isOnline: () => scope.navigator?.onLine !== false,
  }
}

/**
 * Reads a feature that the browser may block: Firefox with site data blocked throws a SecurityError from
 * `new BroadcastChannel`, other browsers throw from the getters.
 * https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 *
 * @returns undefined where it is blocked or missing. The caller has a fallback, so the error is only logged.
 */
function allowed<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    console.info('Storage for this site, or a channel between its tabs, is blocked:', error)
    return undefined
  }
}
