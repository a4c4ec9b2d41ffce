import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import type { ContactAttribute } from './contacts.ts'
import { otherOwner } from './users.ts'

/**
 * Parts somebody's own changes into those made now, and the addresses that the pool wants verified
 * before they count (`AttributesRequireVerificationBeforeUpdate`): until then the old ones stay, and
 * sign in. Giving today's address is no change, but ends one that waits.
 */
export function splitPendingChanges(pool: Pool, user: User, changes: Record<string, string>) {
  const first: string[] =
    pool.settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []
  const waits = ([name, value]: [string, string]) =>
    first.includes(name) && value !== '' && value !== user.attributes[name]
  const all = Object.entries(changes)
  return {
    now: Object.fromEntries(all.filter((change) => !waits(change))),
    later: Object.fromEntries(all.filter(waits)),
  }
}

/** @throws CognitoError `AliasExistsException`, when somebody else signs in by it */
export function checkContactAvailable(
  store: Store,
  pool: Pool,
  user: User,
  contact: ContactAttribute,
  value: string,
) {
  if (otherOwner(store, pool, contact, value, user))
    throw new CognitoError(
      'AliasExistsException',
      `An account with the given ${contact} already exists.`,
    )
}

/** Where a code to verify this attribute goes: to the address that waits, or to today's. */
export const addressToVerify = (user: User, contact: ContactAttribute): string | undefined =>
  user.pendingContacts?.[contact] ?? user.attributes[contact]

/** The address that waits, if one does, counts from now on. */
export function applyPendingContact(user: User, contact: ContactAttribute) {
  const { [contact]: value, ...others } = user.pendingContacts ?? {}
  if (value === undefined) return
  user.attributes[contact] = value
  user.pendingContacts = others
}
