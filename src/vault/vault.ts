import type { Outcome } from '#vault/ways/attempt.ts'
import type { CallCognito } from '#vault/wire/actions.ts'
import { request } from '#vault/wire/request.ts'
import type { TabChannel, VaultEnvironment } from './environment.ts'
import type { CommandName, Commands, Snapshot, TabMemory, VaultConfig } from './messages.ts'
import { createOutward } from './outward.ts'
import { carryOutOwn } from '#vault/own/carryOut.ts'
import { openSealedStore } from '#vault/session/sealedStore.ts'
import { createSessionKeeper } from '#vault/session/sessionKeeper.ts'
import {
  createMemoryStore,
  type SessionStore,
  withMemoryBehind,
} from '#vault/session/sessionStore.ts'
import { joinTabs, type TabLocks } from '#vault/session/tabLocks.ts'
import { recall } from '#vault/ways/recall.ts'
import { createWaysIn } from '#vault/ways/waysIn.ts'

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
  const tabs = await joinTabs(environment.locks, name, stopped.signal)
  const channel = environment.openChannel(name)
  const store = await openStore(environment, name, config.session.storage, tabs, channel).catch(
    (error: unknown) => {
      // Or this tab would count as one that holds a session.
      stopped.abort()
      throw error
    },
  )
  const outward = createOutward(
    tab,
    recall(tab),
    config.session.refreshTokenValiditySeconds,
    publish,
  )
  const keeper = createSessionKeeper(
    { call, clientId, store, tabs, channel, stopped: stopped.signal },
    outward.setSession,
  )

  async function follow(outcome: Outcome) {
    switch (outcome.to) {
      case 'signedIn': {
        const { tokens, keep } = outcome
        return keeper.begin({ id: crypto.randomUUID(), keep, run: outward.run(), tokens })
      }
      case 'challenge':
        return outward.pose(outcome.attempt)
      case 'signIn':
        return outward.sendToSignIn(outcome.reason, outcome.username)
      case 'session':
      // Nothing is left to do.
    }
  }

  const ways = createWaysIn({ call, config, environment, follow, keeper, name, outward })

  await keeper.restore(outward.run())
  outward.publish()

  return {
    prepareSignIn: () => ways.prepare(),
    late: (given) => ways.carryOut(given),
    own: (given) => carryOutOwn({ call, config, environment, keeper, name }, given),
    signOut: () => keeper.end('signedOutHere'),
    close() {
      stopped.abort()
      outward.close()
      keeper.close()
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
  tabs: TabLocks,
  channel: TabChannel | undefined,
): Promise<SessionStore> {
  if (storage === 'memory' || !indexedDB || !tabs.areShared || !channel) return createMemoryStore()
  try {
    return withMemoryBehind(await openSealedStore(indexedDB, name))
  } catch (error) {
    if (error instanceof DOMException) return createMemoryStore()
    throw error
  }
}
