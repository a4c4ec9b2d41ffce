import type { CommandMessage } from '#vault/protocol/commands.ts'
import type { Port, Reply, Snapshot, TabMemory, VaultConfig } from '#vault/protocol/messages.ts'
import type { Auth } from './auth.ts'
import { createCommandSender } from './commandSender.ts'
import type { DebugLog } from './debugLog.ts'
import type { EventReceivers } from './events/authEvent.ts'
import { watchVault } from './events/watchVault.ts'
import type { AuthState } from './state.ts'
import { toState } from './toState.ts'

interface AuthOptions {
  /** The portal's config; the vault reads `cognito`, `session`, `api` and a part of `signIn`. */
  config: VaultConfig
  /** What this tab stored before its reload. */
  tab: TabMemory
  /** Called with what this tab has to store for its next reload. */
  remember: (tab: TabMemory) => void
  /** Logs commands and states in development; see `debugLog.ts`. */
  debugLog?: DebugLog | undefined
  /** Receivers of the stream of events for operators (docs/events.md); none by default. */
  events?: EventReceivers
}

/**
 * Connects the page to a vault and starts it. Snapshots of the vault are the only source of the {@link AuthState}.
 *
 * @param port of the vault: a Worker (`spawnVault.ts`), or a MessagePort in tests.
 * @example
 * const auth = createAuth(spawnVault(), { config, tab: restoreTabMemory(), remember: saveTabMemory })
 * await auth.restored
 */
export function createAuth(
  port: Port<CommandMessage, Reply>,
  { config, tab, remember, debugLog, events }: AuthOptions,
): Auth {
  let state: AuthState = { status: 'signedOut' }
  const listeners = new Set<() => void>()
  const send = createCommandSender(
    port,
    (snapshot: Snapshot, next: TabMemory) => {
      state = toState(snapshot, send)
      if (hasFailed) restored = Promise.resolve()
      if (import.meta.env.DEV) debugLog?.state(state)
      for (const listener of listeners) listener()
      remember(next)
    },
    debugLog?.command,
    events && watchVault(events),
  )

  let hasFailed = false
  let restored = send('start', { config, tab })
  restored.catch(() => {
    hasFailed = true
  })

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    get restored() {
      return restored
    },
    prepareSignIn() {
      // Ignores an error: it occurs again at the sign-in, which has a form to show it.
      send('prepareSignIn', {}).catch(() => undefined)
    },
    networkRestored() {
      // Ignores an error: a vault that has not started has nothing to repeat.
      send('networkRestored', {}).catch(() => undefined)
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
