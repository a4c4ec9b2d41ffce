import { useLayoutEffect, useState } from 'react'
import { useAuth, useSession } from '#auth/AuthProvider.tsx'
import type { Contact } from './profileNames.ts'

const keyOf = (userId: string, contact: Contact) => `gatehouse.pending.${userId}.${contact}`

/** Asks what this tab keeps for something; undefined where it may keep nothing, or is full. */
function ask<Answer>(question: (kept: Storage) => Answer): Answer | undefined {
  try {
    return question(window.sessionStorage)
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

/**
 * The address that somebody has been sent a code to. Cognito does not tell, so the tab remembers it,
 * over a reload too, for this person alone.
 */
export function usePendingContact(userId: string, contact: Contact) {
  const key = keyOf(userId, contact)
  const [pending, setPending] = useState(() => ask((kept) => kept.getItem(key)) ?? undefined)

  function remember(address: string | undefined) {
    ask((kept) => (address === undefined ? kept.removeItem(key) : kept.setItem(key, address)))
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
        ask((kept) => kept.removeItem(keyOf(userId, contact)))
      }
    },
    [auth, userId],
  )
}
