import { progressOf, sessionFor, sessionUser } from '#local-cognito/auth/challengeSessions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import { missingRequired, newAttributes } from '#local-cognito/users/attributes.ts'
import { changeAttributes } from '#local-cognito/users/changeAttributes.ts'
import { checkHistory, setPassword } from '#local-cognito/users/passwords.ts'
import { checkPolicy } from '#local-cognito/users/policy.ts'
import type { Challenge } from './challenge.ts'
import { afterPassword } from './completeSignIn.ts'

const PREFIX = 'userAttributes.'

/** Replaces a temporary password and sets the required attributes that are still missing. */
export const newPasswordRequired: Challenge = {
  answers: ['USERNAME', 'NEW_PASSWORD'],

  async answer({ cognito, pool, client, name, session: id, responses }) {
    const { USERNAME: username = '', NEW_PASSWORD: password = '' } = responses
    const session = sessionFor(cognito, client, name, id)
    await checkSecretHash(client, [username], responses['SECRET_HASH'], 'auth')
    const user = sessionUser(cognito, pool, session, username)
    const added = given(pool, client, user, responses)
    const missing = missingRequired(pool, { ...user.attributes, ...added })
    if (missing.length > 0)
      throw invalidParameter(`Invalid attributes given, ${missing.join(' and ')} is missing`)
    checkPolicy(pool, password, 'AdminSetUserPassword')
    await checkHistory(pool, user, password)
    changeAttributes(cognito.store, pool, user, added)
    // A refusal above leaves the session valid, so that the user can correct the input.
    session.used = true
    await setPassword(pool, user, password, { now: cognito.now() })
    user.status = 'CONFIRMED'
    const settingPassword: Cognito = { ...cognito, tokenSource: 'NewPasswordChallenge' }
    return afterPassword(settingPassword, pool, client, user, progressOf(session, responses))
  },
}

/**
 * Reads the `userAttributes.` members of an answer. Sign-in addresses and required attributes
 * cannot be overwritten.
 */
function given(pool: Pool, client: Client, user: User, responses: Record<string, string>) {
  const asked = Object.entries(responses).flatMap(([key, Value]) =>
    key.startsWith(PREFIX) ? [{ Name: key.slice(PREFIX.length), Value }] : [],
  )
  const accepted = newAttributes(pool, asked, client)
  const required = (pool.settings.SchemaAttributes ?? []).filter(({ Required }) => Required)
  const fixed = ['email', 'phone_number', ...required.map((attribute) => attribute.Name)]
  for (const name of Object.keys(accepted))
    if (fixed.includes(name) && user.attributes[name])
      throw notAuthorized(`Cannot modify an already provided ${name}`)
  return accepted
}
