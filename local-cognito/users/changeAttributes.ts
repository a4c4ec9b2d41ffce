import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { checkRequired } from './attributes.ts'
import { CONTACTS } from './contacts.ts'
import { findUser } from './users.ts'

/**
 * Applies attribute changes; an empty value deletes. A new address becomes unverified unless the
 * same change sets its flag, and replaces a pending one.
 * @throws CognitoError when a new value is another user's sign-in name, or a required one would be
 *   missing
 */
export function changeAttributes(
  store: Store,
  pool: Pool,
  user: User,
  changes: Record<string, string>,
) {
  const changed = { ...user.attributes, ...flagsOf(user, changes), ...changes }
  const after = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== ''))
  if (Object.values(changes).includes('')) checkRequired(pool, after)
  checkAliases(store, pool, user, changes, after)
  user.attributes = after
  const pendingContacts = Object.entries(user.pendingContacts ?? {})
  user.pendingContacts = Object.fromEntries(
    pendingContacts.filter(([contact]) => changes[contact] === undefined),
  )
}

function flagsOf(user: User, changes: Record<string, string>) {
  const changing = CONTACTS.filter(
    (contact) => changes[contact] !== undefined && changes[contact] !== user.attributes[contact],
  )
  return Object.fromEntries(
    changing.map((contact) => [`${contact}_verified`, changes[contact] === '' ? '' : 'false']),
  )
}

/** Refuses a value that another user signs in with. */
function checkAliases(
  store: Store,
  pool: Pool,
  user: User,
  changes: Record<string, string>,
  after: Record<string, string>,
) {
  const usernameAttributes: string[] = pool.settings.UsernameAttributes ?? []
  const aliases: string[] = pool.settings.AliasAttributes ?? []
  for (const name of [...usernameAttributes, ...aliases]) {
    const isNewName =
      changes[name] !== undefined ||
      (aliases.includes(name) && changes[`${name}_verified`] === 'true')
    const isSignInName =
      usernameAttributes.includes(name) ||
      name === 'preferred_username' ||
      after[`${name}_verified`] === 'true'
    const owner = isNewName && isSignInName && after[name] && findUser(store, pool, after[name])
    if (owner && owner !== user)
      throw new CognitoError('AliasExistsException', 'User account already exists for the alias.')
  }
}
