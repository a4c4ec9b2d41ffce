/** What the vault needs of the browser it runs in. Undefined is what this browser lacks or refuses. */
export interface VaultEnvironment {
  /** Of the portal: what `self` means among `api.origins`. */
  origin: string
  indexedDB: IDBFactory | undefined
  locks: LockManager | undefined
  openChannel: (name: string) => TabChannel | undefined
}

/** The part of a BroadcastChannel that the vault uses. */
export interface TabChannel {
  postMessage: (message: unknown) => void
  onmessage: ((event: MessageEvent) => void) | null
  close: () => void
}

/** The part of a worker's global scope that is read here. Only `location` is there in every browser. */
interface Scope {
  location: { origin: string }
  indexedDB?: IDBFactory
  navigator?: { locks?: LockManager }
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
  }
}

/**
 * Reads something that the browser may refuse: Firefox with site data blocked throws a SecurityError from
 * `new BroadcastChannel`, others throw from the getters.
 * https://html.spec.whatwg.org/multipage/web-messaging.html#broadcasting-to-other-browsing-contexts
 *
 * @returns undefined where it is refused or missing: the caller falls back, so the reason is only logged.
 */
function allowed<Value>(read: () => Value): Value | undefined {
  try {
    return read()
  } catch (error) {
    console.info('This browser keeps nothing for this site, or not across tabs:', error)
    return undefined
  }
}
