import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool, User } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { checkRequired } from './attributes.ts'
import { CONTACTS } from './contacts.ts'
import { findUser } from './users.ts'

/**
 * Gives a user changed attributes; an empty value deletes. Another address has yet to be verified,
 * unless the same change says that it is; with the address, its flag goes. An address that waits to
 * take the place of one that is given here does so no longer.
 * @throws CognitoError when somebody else signs in by a new value, or the pool requires an old one
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
  const pendingSignIns = Object.entries(user.pendingContacts ?? {})
  user.pendingContacts = Object.fromEntries(
    pendingSignIns.filter(([contact]) => changes[contact] === undefined),
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

/** A value is taken where somebody else could sign in by it. */
function checkAliases(
  store: Store,
  pool: Pool,
  user: User,
  changes: Record<string, string>,
  after: Record<string, string>,
) {
  const instead: string[] = pool.settings.UsernameAttributes ?? []
  const aliases: string[] = pool.settings.AliasAttributes ?? []
  for (const name of [...instead, ...aliases]) {
    const becomesOne =
      changes[name] !== undefined ||
      (aliases.includes(name) && changes[`${name}_verified`] === 'true')
    const counts =
      instead.includes(name) ||
      name === 'preferred_username' ||
      after[`${name}_verified`] === 'true'
    const owner = becomesOne && counts && after[name] && findUser(store, pool, after[name])
    if (owner && owner !== user)
      throw new CognitoError('AliasExistsException', 'User account already exists for the alias.')
  }
}
