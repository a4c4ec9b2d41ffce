import { Amplify } from 'aws-amplify'
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito'
import { openFullPool } from './openFullPool.ts'
import { expectConsoleError } from './setup.ts'

/**
 * Every way into a local Cognito behind HTTP, and Amplify in front of it. There is one Amplify in a
 * test file: it is given another server and an empty storage each time.
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

/** What Amplify keeps its tokens and devices in. */
class MapStorage {
  readonly #items = new Map<string, string>()
  getItem = (key: string) => Promise.resolve(this.#items.get(key) ?? null)
  setItem = (key: string, value: string) => Promise.resolve(void this.#items.set(key, value))
  removeItem = (key: string) => Promise.resolve(void this.#items.delete(key))
  clear = () => Promise.resolve(this.#items.clear())
  /** What is kept under the key that ends so. */
  find = (end: string) => [...this.#items].find(([key]) => key.endsWith(end))?.[1]
  /** Changes what is kept under the key that ends so. */
  replace(end: string, value: string) {
    for (const key of this.#items.keys()) if (key.endsWith(end)) this.#items.set(key, value)
  }
}
