import { useEffect, useState } from 'react'
import { authenticateWithPasskey, cancelPasskeyCeremony } from './authenticateWithPasskey.ts'
import type { PasskeyOptions } from './state.ts'
import { supportsPasskeys } from './supportsPasskeys.ts'

/** State of a passkey ceremony on a page. `wrongSite` and `unsupported` cannot be tried again. */
type PasskeyState =
  | { status: 'ready' }
  | { status: 'asking' }
  | { status: 'cancelled' }
  | { status: 'unsupported' }
  | { status: 'wrongSite' }
  | { status: 'failed'; error: unknown }

/**
 * Asks the browser for a passkey and passes the credential on.
 *
 * @param answer receives the credential as JSON text; if it rejects, the state becomes `failed`.
 * @returns the state, and `authenticate`, which starts the ceremony.
 */
export function usePasskey(
  options: PasskeyOptions,
  answer: (credential: string) => Promise<void>,
): { state: PasskeyState; authenticate: () => void } {
  const [state, setState] = useState<PasskeyState>(() => ({
    status: supportsPasskeys() ? 'ready' : 'unsupported',
  }))

  // The browser's prompt must not outlive its page.
  useEffect(() => cancelPasskeyCeremony, [])

  async function runCeremony() {
    try {
      const result = await authenticateWithPasskey(options)
      if (result.status === 'authenticated') await answer(result.credential)
      else setState(result)
    } catch (error) {
      setState({ status: 'failed', error })
    }
  }

  function authenticate() {
    setState({ status: 'asking' })
    void runCeremony()
  }

  return { state, authenticate }
}
