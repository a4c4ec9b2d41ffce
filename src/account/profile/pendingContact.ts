import { useState } from 'react'
import type { Contact } from './profileNames.ts'

const keyOf = (userId: string, contact: Contact) => `gatehouse.pending.${userId}.${contact}`

/**
 * The address that somebody has been sent a code to. Cognito does not tell, so the tab remembers it,
 * over a reload too, for this person alone.
 */
export function usePendingContact(userId: string, contact: Contact) {
  const key = keyOf(userId, contact)
  const [pending, setPending] = useState(() => window.sessionStorage.getItem(key) ?? undefined)

  function remember(address: string | undefined) {
    if (address === undefined) window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, address)
    setPending(address)
  }

  return [pending, remember] as const
}
