/* oxlint-disable typescript/no-deprecated -- the whole library is marked so; it is what clients still run */
import { CognitoUser, CognitoUserPool, AuthenticationDetails } from 'amazon-cognito-identity-js'
import { expect, test } from 'vitest'
import { startServer } from '#local-cognito/adapters/node.ts'
import { createClient, createPool } from '#local-cognito/pools/pools.ts'
import { PASSWORD } from '#local-cognito/test/support/testPool.ts'
import { setPassword } from '#local-cognito/users/passwords.ts'
import { addUser } from '#local-cognito/users/users.ts'

class MapStorage {
  readonly #items = new Map<string, string>()
  getItem = (key: string) => this.#items.get(key) ?? null
  setItem = (key: string, value: string) => void this.#items.set(key, value)
  removeItem = (key: string) => void this.#items.delete(key)
  clear = () => this.#items.clear()
  find = (end: string) => [...this.#items].find(([key]) => key.endsWith(end))?.[1]
}

/** A browser of jo's, in a pool where a remembered device replaces an emailed code. */
async function open() {
  const server = await startServer({ port: 0, state: 'memory' })
  const { store } = server.cognito
  const now = Date.now()
  const pool = createPool(
    store,
    {
      PoolName: 'devices',
      MfaConfiguration: 'OPTIONAL',
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: false,
      },
    },
    { now },
  )
  pool.mfa = { EmailMfaConfiguration: {} }
  const client = createClient(store, { UserPoolId: pool.id, ClientName: 'app' }, { now })
  const jo = addUser(
    store,
    pool,
    { username: 'jo', status: 'CONFIRMED', attributes: { email: 'jo@example.com' } },
    now,
  )
  await setPassword(pool, jo, PASSWORD, { now })
  const Storage = new MapStorage()
  const signIn = () =>
    new Promise<string>((resolve, reject) => {
      const Pool = new CognitoUserPool({
        UserPoolId: pool.id,
        ClientId: client.id,
        endpoint: server.origin,
        Storage,
      })
      const user = new CognitoUser({ Username: 'jo', Pool, Storage })
      const details = new AuthenticationDetails({ Username: 'jo', Password: PASSWORD })
      user.authenticateUser(details, {
        onSuccess: () => resolve('signed in'),
        onFailure: reject,
      })
    })
  return { jo, Storage, signIn, [Symbol.asyncDispose]: () => server.close() }
}

test('confirms and uses a device, and recovers when it is forgotten', async () => {
  await using fixture = await open()
  const { jo, Storage, signIn } = fixture
  expect(await signIn()).toBe('signed in')
  const [device] = jo.devices ?? []
  expect(device?.key).toBe(Storage.find('.deviceKey'))
  // From now on an unknown device needs the emailed code; the remembered one does not.
  jo.mfa = { enabled: ['EMAIL_OTP'] }
  expect(await signIn()).toBe('signed in')
  expect(device?.authenticatedAt).toBeGreaterThan(device?.createdAt ?? Infinity)
  delete jo.mfa
  jo.devices = []
  expect(await signIn()).toBe('signed in')
  expect(jo.devices).toHaveLength(1)
  expect(Storage.find('.deviceKey')).toBe(jo.devices[0]?.key)
})
