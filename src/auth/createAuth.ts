import type {
  Port,
  Reply,
  Request,
  Snapshot,
  TabMemory,
  VaultConfig,
} from '#vault/protocol/messages.ts'
import type { Auth } from './auth.ts'
import { createCommandSender } from './commandSender.ts'
import type { DebugLog } from './debugLog.ts'
import type { AuthState } from './state.ts'
import { toState } from './toState.ts'

interface AuthOptions {
  config: VaultConfig
  /** What this tab stored before its reload. */
  tab: TabMemory
  /** Called with what this tab has to store for its next reload. */
  remember: (tab: TabMemory) => void
  debugLog?: DebugLog | undefined
}

/**
 * Connects the page to a vault. The only writer of {@link AuthState}, and only with the vault's snapshots.
 *
 * @param port the vault's end: a Worker (`spawnVault.ts`), or a MessagePort in tests.
 * @example
 * const auth = createAuth(spawnVault(), { config, tab: restoreTabMemory(), remember: saveTabMemory })
 * await auth.restored
 */
export function createAuth(
  port: Port<Request, Reply>,
  { config, tab, remember, debugLog }: AuthOptions,
): Auth {
  let state: AuthState = { status: 'signedOut' }
  const listeners = new Set<() => void>()
  const send = createCommandSender(
    port,
    (snapshot: Snapshot, next: TabMemory) => {
      state = toState(snapshot, send)
      debugLog?.state(state)
      for (const listener of listeners) listener()
      remember(next)
    },
    debugLog?.command,
  )

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restored: send('start', { config, tab }),
    prepareSignIn() {
      // A head start only: an error here comes again, with a form to show it, when signing in.
      send('prepareSignIn', {}).catch(() => undefined)
    },
    signIn: (input) => send('signIn', input),
    startUserAuth: (input) => send('startUserAuth', input),
    signUp: (input) => send('signUp', input),
    forgotPassword: (username) => send('forgotPassword', { username }),
    answerLink: (answer) => send('answerChallenge', { ...answer, byLink: true }),
    offerPasskey: (input) => send('offerPasskey', input),
    signInWithOfferedPasskey: (input) => send('signInWithOfferedPasskey', input),
    startFederatedSignIn: (input) => send('startFederatedSignIn', input),
    finishFederatedSignIn: (input) => send('finishFederatedSignIn', input),
  }
}
