import { Amplify } from 'aws-amplify'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { openFullPool } from './openFullPool.ts'
import { expectConsoleError } from './setup.ts'

/**
 * Opens a pool with every sign-in method at a local Cognito behind HTTP, and configures Amplify for it. Amplify is
 * one per test file: each call gives it another server and an empty storage.
 */
export async function openAmplify(settings: Parameters<typeof openFullPool>[0] = {}) {
  const fullPool = await openFullPool(settings)
  // Amplify warns of every endpoint that is not AWS's own.
  expectConsoleError(/custom Amazon Amazon Cognito User Pool endpoint/)
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId: fullPool.UserPoolId,
        userPoolClientId: fullPool.ClientId,
        userPoolEndpoint: fullPool.origin,
      },
    },
  })
  const storage = new MapStorage()
  cognitoUserPoolsTokenProvider.setKeyValueStorage(storage)
  return { ...fullPool, storage }
}

/** Storage of Amplify's tokens and devices. */
class MapStorage {
  readonly #items = new Map<string, string>()
  getItem = (key: string) => Promise.resolve(this.#items.get(key) ?? null)
  setItem = (key: string, value: string) => Promise.resolve(void this.#items.set(key, value))
  removeItem = (key: string) => Promise.resolve(void this.#items.delete(key))
  clear = () => Promise.resolve(this.#items.clear())
  /** Returns the value of the key with this ending. */
  find = (end: string) => [...this.#items].find(([key]) => key.endsWith(end))?.[1]
  /** Replaces the value of the key with this ending. */
  replace(end: string, value: string) {
    for (const key of this.#items.keys()) if (key.endsWith(end)) this.#items.set(key, value)
  }
}
