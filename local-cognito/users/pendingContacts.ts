import { CognitoError } from '#local-cognito/errors.ts'
import { spendCode } from '#local-cognito/messages/codes.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { CONTACTS, type ContactAttribute } from './contacts.ts'
import { otherOwner } from './users.ts'

/**
 * Takes those addresses out of somebody's own changes that the pool wants verified before they count
 * (`AttributesRequireVerificationBeforeUpdate`): until then the old ones stay, and sign in.
 * Giving today's address again ends a change that waits.
 * @returns the changes that are made now
 * @throws CognitoError `AliasExistsException`
 */
export function holdBack(
  store: Store,
  pool: Pool,
  user: User,
  changes: Record<string, string>,
): Record<string, string> {
  const held = CONTACTS.filter((contact) => waits(pool, user, contact, changes[contact]))
  for (const contact of held) checkFree(store, pool, user, contact, changes[contact] ?? '')
  const before = user.pendingContacts ?? {}
  const untouched = Object.entries(before).filter(([contact]) => changes[contact] === undefined)
  const asked = held.map((contact) => [contact, changes[contact] ?? ''] as const)
  user.pendingContacts = Object.fromEntries([...untouched, ...asked])
  for (const contact of CONTACTS) {
    const value = changes[contact]
    const moves = value !== user.attributes[contact] || before[contact] !== undefined
    // A code that went to another address verifies nothing.
    if (value !== undefined && moves) spendCode(user, 'attributeVerification', contact)
  }
  return Object.fromEntries(
    Object.entries(changes).filter(([name]) => !held.some((contact) => contact === name)),
  )
}

function waits(pool: Pool, user: User, contact: ContactAttribute, value: string | undefined) {
  const first = pool.settings.UserAttributeUpdateSettings?.AttributesRequireVerificationBeforeUpdate
  if (!first?.includes(contact) || !value) return false
  return value !== user.attributes[contact]
}

/** @throws CognitoError `AliasExistsException`, when somebody else signs in by it */
export function checkFree(
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
export function takePending(user: User, contact: ContactAttribute) {
  const { [contact]: value, ...others } = user.pendingContacts ?? {}
  if (value === undefined) return
  user.attributes[contact] = value
  user.pendingContacts = others
}
