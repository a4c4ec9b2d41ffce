import type { Attempt, Outcome } from './attempt.ts'
import { createCognitoClient } from './cognito.ts'
import { VaultError } from './errors.ts'
import type { CommandName, Commands, Snapshot, TabMemory, VaultConfig } from './messages.ts'
import { createOutward } from './outward.ts'
import { openSealedStore } from './sealedStore.ts'
import { createSessionKeeper } from './sessionKeeper.ts'
import { createMemoryStore, type SessionStore, withMemoryBehind } from './sessionStore.ts'
import type { WaysIn } from './waysIn.ts'

/** What the vault needs of the browser it runs in. */
export interface VaultEnvironment {
  indexedDB: IDBFactory
  locks: LockManager
  openChannel: (name: string) => BroadcastChannel
}

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
  const outward = createOutward(tab, config.session.refreshTokenValiditySeconds, publish)
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
    }
  }

  let loading: Promise<WaysIn> | undefined

  function waysIn(): Promise<WaysIn> {
    loading ??= import('./waysIn.ts').then(
      ({ createWaysIn }) =>
        createWaysIn({
          call,
          clientId,
          userPoolId,
          waiting: outward.attempt,
          follow,
          channel: environment.openChannel(`${name}:links`),
        }),
      (cause: unknown) => {
        loading = undefined
        throw new VaultError({ code: 'network' }, undefined, { cause })
      },
    )
    return loading
  }

  function waiting(): Attempt {
    const attempt = outward.attempt()
    if (!attempt) throw new VaultError({ code: 'nothingToAnswer' })
    return attempt
  }

  await keeper.restore(outward.run())
  outward.publish()

  return {
    prepareSignIn: async () => (await waysIn()).prepare(),
    signIn: async (input) => follow(await (await waysIn()).signIn(input)),
    identify: async (input) => follow(await (await waysIn()).identify(input)),
    signUp: async (input) => follow(await (await waysIn()).signUp(input)),
    forgotPassword: async ({ username }) => follow(await (await waysIn()).forgotPassword(username)),
    answer: async (input) => {
      const { outcome, error } = await (await waysIn()).answer(input)
      if (outcome) await follow(outcome)
      if (error) throw error
    },
    otherWay: async () => follow(await (await waysIn()).otherWay(waiting())),
    resendCode: async () => {
      const { outcome, delivery } = await (await waysIn()).resendCode(waiting())
      if (outcome) await follow(outcome)
      return delivery
    },
    getAccount: ({ userId }) =>
      keeper.withAccessToken(userId, async (AccessToken) => {
        const user = await call('GetUser', { AccessToken })
        if (!user.Username) throw new VaultError({ code: 'unexpected', field: 'Username' })
        const pairs = (user.UserAttributes ?? []).map(
          ({ Name = '', Value = '' }) => [Name, Value] as const,
        )
        return { username: user.Username, attributes: Object.fromEntries(pairs) }
      }),
    signOut: () => keeper.end(),
    close() {
      outward.close()
      keeper.close()
      void loading?.then((ways) => ways.close())
    },
  }
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
