import type { Outcome } from '#vault/sign-in/pendingChallenge.ts'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { request } from '#vault/cognito/request.ts'
import type { TabChannel, VaultEnvironment } from './environment.ts'
import type {
  CommandName,
  Commands,
  Snapshot,
  TabMemory,
  VaultConfig,
} from '#vault/protocol/messages.ts'
import { createVaultState } from './vaultState.ts'
import { runAccountCommand } from '#vault/account/runAccountCommand.ts'
import { openEncryptedSessionStore } from '#vault/session/encryptedSessionStore.ts'
import { createSessionManager } from '#vault/session/sessionManager.ts'
import {
  createMemoryStore,
  type SessionStore,
  withMemoryFallback,
} from '#vault/session/sessionStore.ts'
import { openTabLock, type TabLock } from '#vault/session/tabLock.ts'
import { restoreVaultState } from '#vault/sign-in/restoreVaultState.ts'
import { createSignIn } from '#vault/sign-in/createSignIn.ts'

/** One handler for each command; `start` makes them. */
type Handlers = {
  [Name in Exclude<CommandName, 'start'>]: (
    input: Commands[Name]['input'],
  ) => Promise<Commands[Name]['answer']>
}

export interface Vault extends Handlers {
  close: () => void
}

/**
 * Restores the session of this browser and answers commands from then on.
 *
 * @param publish called with the whole outward state at each change, before the command that made it
 *   is answered.
 */
export async function startVault(
  environment: VaultEnvironment,
  { config, tab }: { config: VaultConfig; tab: TabMemory },
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): Promise<Vault> {
  const { region, userPoolId, userPoolClientId: clientId } = config.cognito
  const name = `gatehouse:${userPoolId}:${clientId}`
  const endpoint = config.cognito.endpoint ?? `https://cognito-idp.${region}.amazonaws.com/`
  const call: CallCognito = (action, input) => request(endpoint, action, input)
  const stopped = new AbortController()
  const tabs = await openTabLock(environment.locks, name, stopped.signal)
  const channel = environment.openChannel(name)
  const store = await openStore(environment, name, config.session.storage, tabs, channel).catch(
    (error: unknown) => {
      // Or this tab would count as one that holds a session.
      stopped.abort()
      throw error
    },
  )
  const vaultState = createVaultState(
    tab,
    restoreVaultState(tab),
    config.session.refreshTokenValiditySeconds,
    publish,
  )
  const sessionManager = createSessionManager(
    { call, clientId, store, tabLock: tabs, channel, stopped: stopped.signal },
    vaultState.setSession,
  )

  async function applyOutcome(outcome: Outcome) {
    switch (outcome.kind) {
      case 'signedIn': {
        const { tokens, rememberMe } = outcome
        return sessionManager.begin({
          id: crypto.randomUUID(),
          rememberMe,
          browserSessionId: vaultState.browserSessionId(),
          tokens,
        })
      }
      case 'challenge':
        return vaultState.showChallenge(outcome.pending)
      case 'signIn':
        return vaultState.showSignIn(outcome.reason, outcome.username)
      case 'session':
      // Nothing is left to do.
    }
  }

  const ways = createSignIn({
    call,
    config,
    environment,
    applyOutcome,
    sessionManager,
    name,
    vaultState,
  })

  await sessionManager.restore(vaultState.browserSessionId())
  vaultState.publish()

  return {
    prepareSignIn: () => ways.prepare(),
    late: (given) => ways.run(given),
    own: (given) => runAccountCommand({ call, config, environment, sessionManager, name }, given),
    signOut: () => sessionManager.end('signedOutHere'),
    close() {
      stopped.abort()
      vaultState.close()
      sessionManager.close()
      ways.close()
    },
  }
}

/**
 * Keeps the session on disk where the tabs of this browser can share it safely: they need IndexedDB, Web Locks
 * (so that no two use one refresh token) and a BroadcastChannel (so that a sign-out reaches all of them). Where
 * one is missing or refused (site data blocked), the session lives as long as its page.
 */
async function openStore(
  { indexedDB }: VaultEnvironment,
  name: string,
  storage: VaultConfig['session']['storage'],
  tabs: TabLock,
  channel: TabChannel | undefined,
): Promise<SessionStore> {
  if (storage === 'memory' || !indexedDB || !tabs.areShared || !channel) return createMemoryStore()
  try {
    return withMemoryFallback(await openEncryptedSessionStore(indexedDB, name))
  } catch (error) {
    if (error instanceof DOMException) return createMemoryStore()
    throw error
  }
}
