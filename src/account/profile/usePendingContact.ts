import { useLayoutEffect, useState } from 'react'
import { useAuth, useSession } from '#auth/AuthProvider.tsx'
import { withStorage } from '#storage.ts'
import type { Contact } from './profileNames.ts'

const storageKey = (userId: string, contact: Contact) => `gatehouse.pending.${userId}.${contact}`

const withSessionStorage = <Result>(use: (kept: Storage) => Result) =>
  withStorage('sessionStorage', use)

/**
 * The address that somebody has been sent a code to. Cognito does not tell, so the tab remembers it,
 * over a reload too, for this person alone.
 */
export function usePendingContact(userId: string, contact: Contact) {
  const key = storageKey(userId, contact)
  const [pending, setPending] = useState(
    () => withSessionStorage((kept) => kept.getItem(key)) ?? undefined,
  )

  function savePending(address: string | undefined) {
    withSessionStorage((kept) =>
      address === undefined ? kept.removeItem(key) : kept.setItem(key, address),
    )
    setPending(address)
  }

  return [pending, savePending] as const
}

/** When whoever is signed in has gone, by whatever way, so has what they were about to change. */
export function useForgetPendingContacts(): void {
  const auth = useAuth()
  const { userId } = useSession()
  useLayoutEffect(
    () => () => {
      const now = auth.getState()
      if (now.status === 'signedIn' && now.session.userId === userId) return
      for (const contact of ['email', 'phone_number'] as const) {
        withSessionStorage((kept) => kept.removeItem(storageKey(userId, contact)))
      }
    },
    [auth, userId],
  )
}
