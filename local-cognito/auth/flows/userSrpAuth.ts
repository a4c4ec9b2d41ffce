import { preAuthentication } from '#local-cognito/auth/authenticationTriggers.ts'
import { srpChallenge } from '#local-cognito/auth/factors/srpChallenge.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { userToSignIn } from '#local-cognito/auth/resolvedUser.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { allowsFlow, checkSecretHash } from '#local-cognito/pools/clients.ts'
import { checkSrpA } from '#local-cognito/srp/startSrp.ts'
import type { Flow } from './flow.ts'

export const userSrpAuth: Flow = {
  checkAllowed(client) {
    if (!allowsFlow(client, 'ALLOW_USER_SRP_AUTH'))
      throw invalidParameter('USER_SRP_AUTH is not enabled for the client.')
  },

  async start({ cognito, pool, client, parameters }) {
    const name = requiredParameter(parameters, 'USERNAME')
    const A = checkSrpA(requiredParameter(parameters, 'SRP_A'))
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const user = userToSignIn(cognito, pool, client, name)
    await preAuthentication(cognito, pool, client, name, user)
    return srpChallenge(pool, client, { name, user, A, deviceKey: parameters['DEVICE_KEY'] })
  },
}
