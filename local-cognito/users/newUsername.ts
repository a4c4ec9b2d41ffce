import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'
import { inPool, type Store } from '#local-cognito/store.ts'
import { isEmail, isPhoneNumber } from './attributes.ts'
import { findUser, normalizeName, otherOwner } from './users.ts'

type Attributes = Record<string, string>

/** SignUp and AdminCreateUser word this refusal differently. */
const TAKEN = {
  SignUp: 'User already exists',
  AdminCreateUser: 'User account already exists',
} as const

/**
 * Determines the username of a new user. In pools where an attribute is the sign-in name, the typed
 * name becomes that attribute and the username is the `sub`.
 * @throws CognitoError when the name is malformed or taken
 */
export function newUsername(
  store: Store,
  pool: Pool,
  typed: string,
  attributes: Attributes,
  operation: keyof typeof TAKEN,
): { username: string; sub: string; attributes: Attributes } {
  const sub = crypto.randomUUID()
  const usernameAttributes: string[] = pool.settings.UsernameAttributes ?? []
  if (usernameAttributes.length === 0) {
    checkAlias(pool, typed)
    const username = normalizeName(pool, typed)
    if (store.users.has(inPool(pool.id, username)) || findUser(store, pool, username))
      throw new CognitoError('UsernameExistsException', TAKEN[operation])
    return { username, sub, attributes }
  }
  const nameAttribute = nameAttributeFor(typed, usernameAttributes)
  const named = { ...attributes, [nameAttribute]: normalizeName(pool, typed) }
  for (const attribute of usernameAttributes) {
    const value = named[attribute]
    if (value && otherOwner(store, pool, attribute, value))
      throw new CognitoError(
        'UsernameExistsException',
        `An account with the given ${attribute} already exists.`,
      )
  }
  return { username: sub, sub, attributes: named }
}

function nameAttributeFor(typed: string, usernameAttributes: string[]) {
  if (usernameAttributes.includes('email') && isEmail(typed)) return 'email'
  if (usernameAttributes.includes('phone_number') && isPhoneNumber(typed)) return 'phone_number'
  if (usernameAttributes.length > 1)
    throw invalidParameter('Username should be either an email or a phone number.')
  throw invalidParameter(
    usernameAttributes[0] === 'email'
      ? 'Username should be an email.'
      : 'Username should be a phone number.',
  )
}

/** Usernames that look like an alias are refused: they could be mistaken for another user's. */
function checkAlias(pool: Pool, typed: string) {
  const aliases = pool.settings.AliasAttributes ?? []
  const refuse = (what: string) =>
    invalidParameter(
      `Username cannot be of ${what} format, since user pool is configured for ${what} alias.`,
    )
  if (aliases.includes('email') && isEmail(typed)) throw refuse('email')
  if (aliases.includes('phone_number') && isPhoneNumber(typed)) throw refuse('phone number')
}
