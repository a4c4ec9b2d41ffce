import { completeSignIn } from '#local-cognito/auth/challenges/completeSignIn.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { userToSignIn } from '#local-cognito/auth/resolvedUser.ts'
import { incorrectUsernameOrPassword, invalidParameter } from '#local-cognito/errors.ts'
import { allowsFlow, checkSecretHash } from '#local-cognito/pools/clients.ts'
import { checkLockout, clearFailures, countFailure } from '#local-cognito/users/limits.ts'
import { hasPassword } from '#local-cognito/users/passwords.ts'
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
    const user = userToSignIn(cognito, pool, client, name)
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
