import { useLayoutEffect, useState } from 'react'
import { useAuth, useSession } from '#auth/AuthProvider.tsx'
import { withStorage } from '#storage.ts'
import type { Contact } from './profileNames.ts'

const storageKey = (userId: string, contact: Contact) => `gatehouse.pending.${userId}.${contact}`

const withSessionStorage = <Result>(use: (storage: Storage) => Result) =>
  withStorage('sessionStorage', use)

/**
 * The address that a code was sent to, and a function that sets it. No Cognito action returns a pending
 * address, so the tab's session storage keeps it, under the user's ID.
 */
export function usePendingContact(userId: string, contact: Contact) {
  const key = storageKey(userId, contact)
  const [pending, setPending] = useState(
    () => withSessionStorage((storage) => storage.getItem(key)) ?? undefined,
  )

  function savePending(address: string | undefined) {
    withSessionStorage((storage) =>
      address === undefined ? storage.removeItem(key) : storage.setItem(key, address),
    )
    setPending(address)
  }

  return [pending, savePending] as const
}

/** Removes the user's pending addresses when the user is signed out or replaced by another. */
export function useForgetPendingContacts(): void {
  const auth = useAuth()
  const { userId } = useSession()
  useLayoutEffect(
    () => () => {
      const now = auth.getState()
      if (now.status === 'signedIn' && now.session.userId === userId) return
      for (const contact of ['email', 'phone_number'] as const) {
        withSessionStorage((storage) => storage.removeItem(storageKey(userId, contact)))
      }
    },
    [auth, userId],
  )
}
