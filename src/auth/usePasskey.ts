import { useEffect, useState } from 'react'
import { askAuthenticator, stopAsking } from './askAuthenticator.ts'
import type { PasskeyOptions } from './state.ts'
import { supportsPasskeys } from './supportsPasskeys.ts'

export type PasskeyStanding =
  | { is: 'ready' }
  | { is: 'asking' }
  | { is: 'cancelled' }
  | { is: 'unsupported' }
  | { is: 'wrongSite' }
  | { is: 'failed'; error: unknown }

/**
 * Asks the browser for a passkey, and hands on what it gives.
 *
 * @param answer what to do with it; what this rejects with is where it failed.
 */
export function usePasskey(
  options: PasskeyOptions,
  answer: (credential: string) => Promise<void>,
): { standing: PasskeyStanding; ask: () => void } {
  const [standing, setStanding] = useState<PasskeyStanding>(() => ({
    is: supportsPasskeys() ? 'ready' : 'unsupported',
  }))

  // Whoever leaves is not asked any more.
  useEffect(() => stopAsking, [])

  async function carryOut() {
    try {
      const asked = await askAuthenticator(options)
      if (asked.is === 'given') await answer(asked.credential)
      else setStanding(asked)
    } catch (error) {
      setStanding({ is: 'failed', error })
    }
  }

  function ask() {
    setStanding({ is: 'asking' })
    void carryOut()
  }

  return { standing, ask }
}
