import { cognitoEndpoint } from '#config/cognitoEndpoint.ts'
import { createAccountCommands } from '#vault/account/accountCommands.ts'
import type { CallCognito } from '#vault/cognito/actions.ts'
import { createLostAnswers } from '#vault/cognito/lostAnswers.ts'
import { request } from '#vault/cognito/request.ts'
import { VaultError } from '#vault/cognito/vaultError.ts'
import type { UserAttributes } from '#vault/protocol/accountActions.ts'
import { BrowserFailure } from '#vault/protocol/askBrowser.ts'
import type { AnswerKind } from '#vault/protocol/challenges.ts'
import type { CommandHandlers } from '#vault/protocol/commands.ts'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { Snapshot, TabMemory, VaultConfig } from '#vault/protocol/messages.ts'
import { createActivity } from '#vault/session/activity.ts'
import { createDeviceStore } from '#vault/session/deviceStore.ts'
import { createPendingRevocations } from '#vault/session/pendingRevocations.ts'
import { createEncryptedStorage } from '#vault/session/encryptedStorage.ts'
import { createSessionCheck } from '#vault/session/sessionCheck.ts'
import { createSessionLimits } from '#vault/session/sessionLimits.ts'
import { createSessionManager } from '#vault/session/sessionManager.ts'
import { createEncryptedStore, createMemoryStore } from '#vault/session/sessionStore.ts'
import { openTabLock } from '#vault/session/tabLock.ts'
import { claimsOf, isExpired } from '#vault/session/tokens.ts'
import { createUserAhead } from '#vault/session/userAhead.ts'
import type { Outcome } from '#vault/sign-in/pendingChallenge.ts'
import { createRecentSignIn } from '#vault/sign-in/recentSignIn.ts'
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
 * @throws BrowserFailure where the browser lacks what no sign-in can do without.
 */
export async function startVault(
  environment: VaultEnvironment,
  { config, tab }: { config: VaultConfig; tab: TabMemory },
  publish: (snapshot: Snapshot, tab: TabMemory) => void,
): Promise<Vault> {
  if (environment.missing !== undefined) throw new BrowserFailure(environment.missing)
  const { region, userPoolId, userPoolClientId: clientId } = config.cognito
  // Keeps several pools on one origin apart.
  const name = `gatehouse:${userPoolId}:${clientId}`
  const endpoint = config.cognito.endpoint ?? cognitoEndpoint(region)
  const call: CallCognito = (action, input) => request(endpoint, action, input)
  const closed = new AbortController()
  const tabLock = await openTabLock(environment.locks, name, closed.signal)
  const channel = environment.openChannel(name)
  const storage = createEncryptedStorage(environment.indexedDB, name)
  const onDisk = config.session.storage === 'memory' ? undefined : storage
  // Tabs share a session safely only with a lock, so that no two use one refresh token, and a channel, so that a
  // sign-out reaches all of them. Where one is missing or blocked, and for `memory`, it is lost with its page.
  const store =
    onDisk && tabLock.isShared && channel ? createEncryptedStore(onDisk) : createMemoryStore()
  const { idleMinutes, refreshTokenValiditySeconds: validitySeconds } = config.session
  const vaultState = createVaultState(tab, validitySeconds, (snapshot, memory) => {
    const isLost = onDisk !== undefined && !store.shared
    const signedOut = snapshot.status === 'signedOut'
    publish(signedOut && isLost ? { ...snapshot, losesSessions: true } : snapshot, memory)
  })
  const revocations = createPendingRevocations(
    {
      call,
      clientId,
      validitySeconds,
      environment,
      onDisk,
      tabLock,
      announce() {
        if (!closed.signal.aborted) channel?.postMessage('changed')
      },
      closed: closed.signal,
    },
    vaultState.setRevocationPending,
  )
  const activity = createActivity({
    onDisk: idleMinutes === undefined ? undefined : onDisk,
    channel: environment.openChannel(`${name}:activity`),
    onActivity: () => void sessionCheck.update().catch(reportError),
  })
  const limits = createSessionLimits(config.session, activity)
  const sessionManager = createSessionManager(
    {
      call,
      clientId,
      store,
      tabLock,
      limits,
      validitySeconds,
      channel,
      revocations,
      environment,
      closed: closed.signal,
    },
    vaultState.setSession,
  )
  const onWarning = vaultState.setIdleEnd
  const sessionCheck = createSessionCheck({ call, activity, limits, sessionManager, onWarning })
  const devices = createDeviceStore(onDisk)
  const userAhead = createUserAhead(call)
  const lostAnswers = createLostAnswers()
  const recentSignIn = createRecentSignIn(config, sessionManager)

  /** Keeps what GetUser has answered, in the background: nothing need wait for it. */
  function keepAttributes(userId: string, attributes: UserAttributes | undefined) {
    const record = sessionManager.current()
    if (!attributes || !record || claimsOf(record.tokens).userId !== userId) return
    store.keepAttributes(record.id, attributes).catch(reportError)
  }

  async function applyOutcome(outcome: Outcome): Promise<void> {
    switch (outcome.kind) {
      case 'signedIn': {
        const { kind: _, ...begun } = outcome
        const browserSessionId = vaultState.browserSessionId()
        const id = crypto.randomUUID()
        userAhead.ask(begun.tokens.accessToken)
        const attributes = userAhead.attributes()
        const handedOver = attributes.then((userAttributes) =>
          vaultState.handOver(userAttributes ? { userAttributes } : {}),
        )
        await sessionManager.begin({ id, browserSessionId, ...begun }, handedOver)
        return keepAttributes(claimsOf(begun.tokens).userId, await attributes)
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
    lostAnswers,
    recentSignIn,
    name,
    storage,
    vaultState,
  })
  const account = createAccountCommands({
    call,
    config,
    devices,
    environment,
    keepAttributes,
    sessionManager,
    userAhead,
    onDisk,
    lostAnswers,
    requireRecentSignIn: recentSignIn.require,
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

  await sessionManager.restore(vaultState.browserSessionId(), async (id) => {
    const keptAttributes = await store.keptAttributes(id)
    if (keptAttributes) vaultState.handOver({ keptAttributes })
  })
  const restored = sessionManager.current()
  if (!restored) vaultState.publish()
  else if (!isExpired(restored.tokens)) userAhead.ask(restored.tokens.accessToken)
  // In the background: what an earlier page could not send does not delay this one.
  revocations.check(true).catch(reportError)

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
      checkSession: sessionCheck.check,
    },
    close() {
      closed.abort()
      vaultState.close()
      sessionCheck.close()
      activity.close()
      sessionManager.close()
      revocations.close()
      signIn.close()
    },
  }
}
