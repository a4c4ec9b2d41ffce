import type {
  Reply,
  Request,
  Port,
  Snapshot,
  TabMemory,
  VaultConfig,
} from '#vault/protocol/messages.ts'
import type { Auth } from './auth.ts'
import { createCommandSender } from './commandSender.ts'
import type { AuthState } from './state.ts'
import { toState } from './toState.ts'

interface AuthOptions {
  config: VaultConfig
  tab: TabMemory
  /** Called with what this tab is to remember over its own reload. */
  remember: (tab: TabMemory) => void
}

/**
 * The page's side of the vault: the one writer of {@link AuthState}, and only with what the vault says.
 */
export function createAuth(
  port: Port<Request, Reply>,
  { config, tab, remember }: AuthOptions,
): Auth {
  let state: AuthState = { status: 'signedOut' }
  const listeners = new Set<() => void>()
  const commands = createCommandSender(port, (snapshot: Snapshot, next: TabMemory) => {
    state = toState(snapshot, commands)
    for (const listener of listeners) listener()
    remember(next)
  })

  const { later } = commands

  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    restored: commands.send('start', { config, tab }),
    prepareSignIn() {
      // Only a head start: what fails here fails again, with a form to say so, when it is needed.
      commands.send('prepareSignIn', {}).catch(() => undefined)
    },
    later,
    signIn: (input) => later('signIn', input),
    identify: (input) => later('identify', input),
    signUp: (input) => later('signUp', input),
    answerLink: (answer) => later('answer', { ...answer, byLink: true }),
    forgotPassword: (username) => later('forgotPassword', { username }),
  }
}
