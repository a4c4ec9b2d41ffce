import { invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash, allows } from '#local-cognito/pools/clients.ts'
import { passwordChallenge } from '#local-cognito/auth/factors/srpChallenge.ts'
import { userToSignIn } from '#local-cognito/auth/resolvedUser.ts'
import { checkedA } from '#local-cognito/srp/startSrp.ts'
import { parameter } from '#local-cognito/auth/parameters.ts'
import type { Flow } from './flow.ts'

export const userSrpAuth: Flow = {
  checkAllowed(client) {
    if (!allows(client, 'ALLOW_USER_SRP_AUTH'))
      throw invalidParameter('USER_SRP_AUTH is not enabled for the client.')
  },

  async start({ cognito, pool, client, parameters }) {
    const name = parameter(parameters, 'USERNAME')
    const A = checkedA(parameter(parameters, 'SRP_A'))
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const user = userToSignIn(cognito, pool, client, name)
    return passwordChallenge(pool, client, { name, user, A, deviceKey: parameters['DEVICE_KEY'] })
  },
}
