import { preAuthentication } from '#local-cognito/auth/authenticationTriggers.ts'
import { completeSignIn } from '#local-cognito/auth/challenges/completeSignIn.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { userToSignIn } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import {
  CognitoError,
  incorrectUsernameOrPassword,
  invalidParameter,
} from '#local-cognito/errors.ts'
import {
  allowsFlow,
  checkSecretHash,
  concealsAccountExistence,
} from '#local-cognito/pools/clients.ts'
import type { Client, Pool } from '#local-cognito/records.ts'
import { checkLockout, clearFailures, countFailure } from '#local-cognito/users/limits.ts'
import { hasPassword } from '#local-cognito/users/passwords.ts'
import { migrateUser } from '#local-cognito/users/migrateUser.ts'
import { findUser } from '#local-cognito/users/users.ts'
import type { Flow } from './flow.ts'

/** Password in plain text; only for clients that allow it. */
export const userPasswordAuth: Flow = {
  checkAllowed(client) {
    if (!allowsFlow(client, 'ALLOW_USER_PASSWORD_AUTH', 'USER_PASSWORD_AUTH'))
      throw invalidParameter('USER_PASSWORD_AUTH flow not enabled for this client')
  },

  async start({ cognito, pool, client, parameters }) {
    const name = requiredParameter(parameters, 'USERNAME')
    const password = requiredParameter(parameters, 'PASSWORD')
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const user = await resolve(cognito, pool, client, name, password)
    await preAuthentication(cognito, pool, client, name, user)
    const counted = user?.username ?? name
    checkLockout(cognito, pool, counted)
    if (!user || !(await hasPassword(user, password))) {
      countFailure(cognito, pool, counted)
      throw incorrectUsernameOrPassword()
    }
    clearFailures(cognito, pool, counted)
    return completeSignIn(cognito, pool, client, user, { deviceKey: parameters['DEVICE_KEY'] })
  },
}

/** Finds the user, or has the pool's trigger migrate one from elsewhere. */
async function resolve(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  name: string,
  password: string,
) {
  if (!findUser(cognito.store, pool, name)) {
    try {
      await migrateUser(cognito, pool, client, name, password)
    } catch (error) {
      const isUnknown = error instanceof CognitoError && error.type === 'UserNotFoundException'
      if (!isUnknown || !concealsAccountExistence(client)) throw error
      throw incorrectUsernameOrPassword()
    }
  }
  return userToSignIn(cognito, pool, client, name)
}
