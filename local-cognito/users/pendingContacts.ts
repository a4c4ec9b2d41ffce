import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import type { ContactAttribute } from './contacts.ts'
import { otherOwner } from './users.ts'

/**
 * Splits a user's changes into those applied now and new addresses that have to be verified first
 * (`AttributesRequireVerificationBeforeUpdate`); until then the old ones stay in use. Giving the
 * present address cancels a pending one.
 */
export function splitPendingChanges(pool: Pool, user: User, changes: Record<string, string>) {
  const first: string[] =
    pool.settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate ?? []
  const isPending = ([name, value]: [string, string]) =>
    first.includes(name) && value !== '' && value !== user.attributes[name]
  const all = Object.entries(changes)
  return {
    immediate: Object.fromEntries(all.filter((change) => !isPending(change))),
    pending: Object.fromEntries(all.filter(isPending)),
  }
}

/** @throws CognitoError `AliasExistsException` when another user signs in with the address */
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

/** Address to verify: the pending one, else the present one. */
export const addressToVerify = (user: User, contact: ContactAttribute): string | undefined =>
  user.pendingContacts?.[contact] ?? user.attributes[contact]

/** Makes a pending address the present one. */
export function applyPendingContact(user: User, contact: ContactAttribute) {
  const { [contact]: value, ...others } = user.pendingContacts ?? {}
  if (value === undefined) return
  user.attributes[contact] = value
  user.pendingContacts = others
}
