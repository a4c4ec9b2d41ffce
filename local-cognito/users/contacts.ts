import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { otherOwner } from './users.ts'

/** Attributes that codes can be sent to. */
export type ContactAttribute = 'email' | 'phone_number'

export const CONTACTS: readonly ContactAttribute[] = ['email', 'phone_number']

export const isContact = (name: string): name is ContactAttribute =>
  CONTACTS.some((contact) => contact === name)

/** Contact that a sign-up code goes to: of the pool's auto-verified attributes, the phone first. */
export function contactToVerify(
  pool: Pool,
  attributes: Record<string, string>,
): ContactAttribute | undefined {
  const verified = pool.settings.AutoVerifiedAttributes ?? []
  const both: ContactAttribute[] = ['phone_number', 'email']
  return both.find((attribute) => verified.includes(attribute) && attributes[attribute])
}

/** Sets the flag of contacts that a user enters to unverified. */
export function withVerifiedFlags(attributes: Record<string, string>) {
  const flagged = { ...attributes }
  for (const contact of CONTACTS)
    if (attributes[contact]) flagged[`${contact}_verified`] ??= 'false'
  return flagged
}

/**
 * Marks a contact as verified. As an alias it then is a sign-in name, which only one user may have.
 * @param force takes the alias from its present owner, whose contact becomes unverified
 * @throws CognitoError `AliasExistsException`
 */
export function verifyContact(
  store: Store,
  pool: Pool,
  user: User,
  contact: string,
  { force = false }: { force?: boolean | undefined } = {},
) {
  const isAlias = pool.settings.AliasAttributes?.some((alias) => alias === contact)
  const owner = isAlias && otherOwner(store, pool, contact, user.attributes[contact] ?? '', user)
  if (owner && !force)
    throw new CognitoError('AliasExistsException', `An account with the ${contact} already exists.`)
  if (owner) owner.attributes[`${contact}_verified`] = 'false'
  user.attributes[`${contact}_verified`] = 'true'
}
