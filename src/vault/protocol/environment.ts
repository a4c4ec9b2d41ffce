/** Browser features that the vault uses. Undefined are those that this browser lacks or blocks. */
export interface VaultEnvironment {
  /** Origin of the page: the meaning of `self` in `api.origins`. */
  origin: string
  indexedDB: IDBFactory | undefined
  locks: LockManager | undefined
  openChannel: (name: string) => TabChannel | undefined
  /** False only while the browser knows that the device has no network. */
  isOnline: () => boolean
  /** A feature that this browser lacks and the vault cannot do without, as developers know it. */
  missing?: string | undefined
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
  crypto?: Partial<Pick<Crypto, 'subtle' | 'randomUUID'>>
  AbortSignal?: { timeout?: unknown }
}

/** What no sign-in can do without. `src/start.ts` looks for it in the page, which can have more than its workers. */
const needed: Record<string, (scope: Scope) => unknown> = {
  'crypto.subtle': ({ crypto }) => crypto?.subtle,
  'crypto.randomUUID': ({ crypto }) => crypto?.randomUUID,
  'AbortSignal.timeout': (scope) => scope.AbortSignal?.timeout,
}

/** Reads the environment from a worker's global scope. */
export function readEnvironment(scope: Scope): VaultEnvironment {
  return {
    origin: scope.location.origin,
    indexedDB: allowed(() => scope.indexedDB) ?? undefined,
    locks: allowed(() => scope.navigator?.locks) ?? undefined,
    openChannel(name) {
      const channel = allowed(() => scope.BroadcastChannel && new scope.BroadcastChannel(name))
      if (!channel) return undefined
      const post = channel.postMessage.bind(channel)
      // A message that cannot be sent is one that other tabs do without.
      channel.postMessage = (message) => allowed(() => post(message))
      return channel
    },
    isOnline: () => scope.navigator?.onLine !== false,
    missing: Object.keys(needed).find((name) => !allowed(() => needed[name]?.(scope))),
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
    console.info('The browser blocks a feature for this site:', error)
    return undefined
  }
}
