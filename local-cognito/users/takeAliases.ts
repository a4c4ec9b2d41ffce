import { CognitoError } from '#local-cognito/errors.ts'
import type { Pool } from '#local-cognito/records.ts'
import type { Store } from '#local-cognito/store.ts'
import { findUser } from './users.ts'

/**
 * Verified addresses are aliases in some pools, and an alias has one owner. By force it is taken:
 * the address of whoever had it becomes unverified.
 * @throws CognitoError `AliasExistsException`
 */
export function takeAliases(
  store: Store,
  pool: Pool,
  attributes: Record<string, string>,
  { force }: { force: boolean },
) {
  for (const alias of pool.settings.AliasAttributes ?? []) {
    const value = attributes[alias]
    const counts = alias === 'preferred_username' || attributes[`${alias}_verified`] === 'true'
    const owner = value && counts ? findUser(store, pool, value) : undefined
    if (!owner) continue
    if (!force || alias === 'preferred_username')
      throw new CognitoError('AliasExistsException', `An account with the ${alias} already exists.`)
    owner.attributes[`${alias}_verified`] = 'false'
  }
}
