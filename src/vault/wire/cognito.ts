import type { CallCognito } from './actions.ts'
import { loaded } from '#vault/loaded.ts'

/**
 * A client for Cognito's user-facing actions, loaded when the first of them is called: whoever only
 * looks at the sign-in page does without.
 *
 * @throws VaultError with the exception's code, or `network`, `timeout`, `serviceUnavailable`.
 */
export function createCognitoClient(endpoint: string): CallCognito {
  return async (action, input) => {
    const { request } = await loaded(import('./request.ts'))
    return request(endpoint, action, input)
  }
}
