import type { CallCognito } from './actions.ts'
import { VaultError } from './errors.ts'

/**
 * A client for Cognito's user-facing actions, loaded when the first of them is called: whoever only
 * looks at the sign-in page does without.
 *
 * @throws VaultError with the exception's code, or `network`, `timeout`, `serviceUnavailable`.
 */
export function createCognitoClient(endpoint: string): CallCognito {
  return async (action, input) => {
    const { request } = await import('./request.ts').catch((cause: unknown) => {
      throw new VaultError({ code: 'network' }, undefined, { cause })
    })
    return request(endpoint, action, input)
  }
}
