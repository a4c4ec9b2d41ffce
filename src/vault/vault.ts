import type { Outcome } from '#vault/ways/attempt.ts'
import { createCognitoClient } from '#vault/wire/cognito.ts'
import type { VaultEnvironment } from './environment.ts'
import { loaded } from './loaded.ts'
import type { CommandName, Commands, Snapshot, TabMemory, VaultConfig } from './messages.ts'
import { createOutward, type Standing } from './outward.ts'
import { openSealedStore } from '#vault/session/sealedStore.ts'
import { createSessionKeeper } from '#vault/session/sessionKeeper.ts'
import {
  createMemoryStore,
  type SessionStore,
  withMemoryBehind,
} from '#vault/session/sessionStore.ts'
import type { WaysIn } from '#vault/ways/waysIn.ts'

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
  const call = createCognitoClient(
    config.cognito.endpoint ?? `https://cognito-idp.${region}.amazonaws.com/`,
  )
  const store = await openStore(environment.indexedDB, name, config.session.storage)
  const outward = createOutward(
    tab,
    await standingOf(tab),
    config.session.refreshTokenValiditySeconds,
    publish,
  )
  const keeper = await createSessionKeeper(
    {
      call,
      clientId,
      store,
      locks: environment.locks,
      channel: environment.openChannel(name),
      name,
    },
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

  let loading: Promise<WaysIn> | undefined

  function waysIn(): Promise<WaysIn> {
    loading ??= loaded(import('#vault/ways/waysIn.ts')).then(
      ({ createWaysIn }) =>
        createWaysIn({ call, config, environment, follow, keeper, name, outward }),
      (error: unknown) => {
        loading = undefined
        throw error
      },
    )
    return loading
  }

  await keeper.restore(outward.run())
  outward.publish()

  return {
    prepareSignIn: async () => (await waysIn()).prepare(),
    late: async (request) => (await waysIn()).carryOut(request),
    async own(request) {
      const { carryOutOwn } = await loaded(import('#vault/own/carryOut.ts'))
      return carryOutOwn({ call, config, environment, keeper, name }, request)
    },
    signOut: () => keeper.end('signedOutHere'),
    close() {
      outward.close()
      keeper.close()
      void loading?.then((ways) => ways.close())
    },
  }
}

/** What a reload takes up again, where it interrupted something. */
async function standingOf(tab: TabMemory): Promise<Standing> {
  if (!tab.pending && !tab.interrupted) return { status: 'signedOut' }
  return (await import('#vault/ways/recall.ts')).recall(tab)
}

/** A browser that may keep nothing (site data blocked) has a session for as long as its page lives. */
async function openStore(
  idb: IDBFactory,
  name: string,
  storage: VaultConfig['session']['storage'],
): Promise<SessionStore> {
  if (storage === 'memory') return createMemoryStore()
  try {
    return withMemoryBehind(await openSealedStore(idb, name))
  } catch (error) {
    if (error instanceof DOMException) return createMemoryStore()
    throw error
  }
}
