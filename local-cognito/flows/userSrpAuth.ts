import { invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { passwordChallenge } from '#local-cognito/sign-in/passwordChallenge.ts'
import { userToSignIn } from '#local-cognito/sign-in/signInName.ts'
import { checkedA } from '#local-cognito/srp/begin.ts'
import { allows, parameter, type Flow } from './flow.ts'

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
