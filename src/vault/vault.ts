import { cognitoEndpoint } from '#config/cognitoEndpoint.ts'
import { createAccountCommands } from '#vault/account/accountCommands.ts'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { request } from '#vault/cognito/request.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { AnswerKind } from '#vault/protocol/challenges.ts'
import type { CommandHandlers } from '#vault/protocol/commands.ts'
import type { TabChannel, VaultEnvironment } from '#vault/protocol/environment.ts'
import type { Snapshot, TabMemory, VaultConfig } from '#vault/protocol/messages.ts'
import { createDeviceStore } from '#vault/session/deviceStore.ts'
import { createPendingRevocations } from '#vault/session/pendingRevocations.ts'
import { createSessionManager } from '#vault/session/sessionManager.ts'
import {
  createMemoryStore,
  openEncryptedStore,
  type SessionStore,
} from '#vault/session/sessionStore.ts'
import { openTabLock, type TabLock } from '#vault/session/tabLock.ts'
import { claimsOf, isExpired } from '#vault/session/tokens.ts'
import { createUserAhead } from '#vault/session/userAhead.ts'
import type { Outcome } from '#vault/sign-in/pendingChallenge.ts'
import { createSignInCommands } from '#vault/sign-in/signInCommands.ts'
import { createVaultState } from '#vault/sign-in/vaultState.ts'

export interface Vault {
  handlers: CommandHandlers
  close: () => void
}

/** Answers that prove a second factor. */
const secondFactorAnswers: ReadonlySet<AnswerKind> = new Set([
  'totpCode',
  'sentCode',
  'setUpTotp',
  'setUpEmail',
])

/**
 * Starts the vault: restores the session of this browser, then handles commands.
 *
 * @param publish called with the state at each change, before the command that made it is answered.
 * @returns the command handlers, and `close`, which releases locks, channels and timers.
 */
export async function startVault(
  environment: VaultEnvironment,
  { config, tab }: { config: VaultConfig; tab: TabMemory },
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): Promise<Vault> {
  const { region, userPoolId, userPoolClientId: clientId } = config.cognito
  // Keeps several pools on one origin apart.
  const name = `gatehouse:${userPoolId}:${clientId}`
  const endpoint = config.cognito.endpoint ?? cognitoEndpoint(region)
  const call: CallCognito = (action, input) => request(endpoint, action, input)
  const closed = new AbortController()
  const tabLock = await openTabLock(environment.locks, name, closed.signal)
  const channel = environment.openChannel(name)
  const store = await openStore(environment, name, config.session.storage, tabLock, channel).catch(
    (error: unknown) => {
      // Releases the lock, or other tabs would take this one for open.
      closed.abort()
      throw error
    },
  )
  const vaultState = createVaultState(tab, config.session.refreshTokenValiditySeconds, publish)
  const indexedDB = config.session.storage === 'memory' ? undefined : environment.indexedDB
  const revocations = createPendingRevocations(
    {
      call,
      clientId,
      validitySeconds: config.session.refreshTokenValiditySeconds,
      environment: { ...environment, indexedDB },
      name,
      tabLock,
      announce() {
        if (!closed.signal.aborted) channel?.postMessage('changed')
      },
      closed: closed.signal,
    },
    vaultState.setRevocationPending,
  )
  const sessionManager = createSessionManager(
    { call, clientId, store, tabLock, channel, revocations, environment, closed: closed.signal },
    vaultState.setSession,
  )
  const devices = createDeviceStore(indexedDB, name)

  const userAhead = createUserAhead(call)

  async function applyOutcome(outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'signedIn': {
        const { kind: _, ...begun } = outcome
        const browserSessionId = vaultState.browserSessionId()
        const id = crypto.randomUUID()
        userAhead.ask(begun.tokens.accessToken)
        const handedOver = userAhead.attributes().then(vaultState.handOver)
        return sessionManager.begin({ id, browserSessionId, ...begun }, handedOver)
      }
      case 'challenge':
        return vaultState.showChallenge(outcome.pending)
      case 'signedOut':
        return vaultState.showSignIn(outcome.reason, outcome.username)
      case 'alreadySignedIn':
        return vaultState.showSession()
    }
  }

  const signIn = createSignInCommands({
    call,
    config,
    devices,
    environment,
    applyOutcome,
    userAhead,
    sessionManager,
    name,
    vaultState,
  })
  const account = createAccountCommands({
    call,
    config,
    devices,
    environment,
    sessionManager,
    userAhead,
    name,
  })

  /** Makes passkeys usable again in an account whose second factors were set up without them. */
  async function keepPasskeysUsable(): Promise<void> {
    const tokens = sessionManager.current()?.tokens
    if (!tokens || !config.signIn.passkeys || config.signIn.passkeyMfa === false) return
    try {
      await account(claimsOf(tokens).userId, { name: 'setMfaPreference', input: {} })
    } catch (error) {
      // Tried again at the next sign-in; the security page shows how it stands.
      if (!(error instanceof VaultError)) throw error
    }
  }

  await sessionManager.restore(vaultState.browserSessionId())
  vaultState.publish()
  // In the background: what an earlier page could not send does not delay this one.
  revocations.check(true).catch(reportError)
  const restored = sessionManager.current()
  if (restored && !isExpired(restored.tokens)) userAhead.ask(restored.tokens.accessToken)

  return {
    handlers: {
      ...signIn.handlers,
      async answerChallenge(answer) {
        await signIn.handlers.answerChallenge(answer)
        // In the background: the session need not wait for it.
        if (secondFactorAnswers.has(answer.kind)) keepPasskeysUsable().catch(reportError)
      },
      networkRestored() {
        sessionManager.renewIfDue()
        return revocations.check(true)
      },
      account: ({ userId, command }) => account(userId, command),
      signOut: () => sessionManager.end('signedOutHere'),
    },
    close() {
      closed.abort()
      vaultState.close()
      sessionManager.close()
      revocations.close()
      signIn.close()
    },
  }
}

/**
 * Opens the store on disk if the tabs of this browser can share it safely. That takes IndexedDB, Web Locks (so
 * that no two tabs use one refresh token) and a BroadcastChannel (so that a sign-out reaches all of them). Where
 * one is missing or blocked, and for `memory`, the session is lost with its page.
 */
async function openStore(
  { indexedDB }: VaultEnvironment,
  name: string,
  storage: VaultConfig['session']['storage'],
  tabLock: TabLock,
  channel: TabChannel | undefined,
): Promise<SessionStore> {
  if (storage === 'memory' || !indexedDB || !tabLock.isShared || !channel) {
    return createMemoryStore()
  }
  try {
    return await openEncryptedStore(indexedDB, name)
  } catch (error) {
    if (error instanceof DOMException) return createMemoryStore()
    throw error
  }
}
