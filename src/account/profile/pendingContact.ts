import { useLayoutEffect, useState } from 'react'
import { useAuth, useSession } from '#auth/AuthProvider.tsx'
import { withStorage } from '#storage.ts'
import type { Contact } from './profileNames.ts'

const keyOf = (userId: string, contact: Contact) => `gatehouse.pending.${userId}.${contact}`

const inTab = <Answer>(question: (kept: Storage) => Answer) =>
  withStorage('sessionStorage', question)

/**
 * The address that somebody has been sent a code to. Cognito does not tell, so the tab remembers it,
 * over a reload too, for this person alone.
 */
export function usePendingContact(userId: string, contact: Contact) {
  const key = keyOf(userId, contact)
  const [pending, setPending] = useState(() => inTab((kept) => kept.getItem(key)) ?? undefined)

  function remember(address: string | undefined) {
    inTab((kept) => (address === undefined ? kept.removeItem(key) : kept.setItem(key, address)))
    setPending(address)
  }

  return [pending, remember] as const
}

/** When whoever is signed in has gone, by whatever way, so has what they were about to change. */
export function useForgetPending(): void {
  const auth = useAuth()
  const { userId } = useSession()
  useLayoutEffect(
    () => () => {
      const now = auth.getState()
      if (now.status === 'signedIn' && now.session.userId === userId) return
      for (const contact of ['email', 'phone_number'] as const) {
        inTab((kept) => kept.removeItem(keyOf(userId, contact)))
      }
    },
    [auth, userId],
  )
}
