import { preAuthentication } from '#local-cognito/auth/authenticationTriggers.ts'
import {
  checkCustomChallenge,
  continueCustomAuth,
} from '#local-cognito/auth/challenges/customAuth.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { resolveUser } from '#local-cognito/auth/resolvedUser.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { allowsFlow, checkSecretHash } from '#local-cognito/pools/clients.ts'
import { checkSrpA } from '#local-cognito/srp/startSrp.ts'
import type { Flow } from './flow.ts'

/** CUSTOM_AUTH: the pool's triggers decide what is asked, after a password or instead of it. */
export const customAuth: Flow = {
  checkAllowed(client) {
    if (!allowsFlow(client, 'ALLOW_CUSTOM_AUTH'))
      throw invalidParameter('CUSTOM_AUTH is not enabled for the client.')
  },

  async start({ cognito, pool, client, parameters }) {
    checkCustomChallenge(cognito, pool)
    const name = requiredParameter(parameters, 'USERNAME')
    const startsWithPassword = parameters['CHALLENGE_NAME'] === 'SRP_A'
    const srp = startsWithPassword && { name, A: checkSrpA(requiredParameter(parameters, 'SRP_A')) }
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const resolvedUser = resolveUser(cognito, pool, client, name)
    const { user, exists } = resolvedUser
    await preAuthentication(cognito, pool, client, name, exists ? user : undefined)
    return continueCustomAuth({
      cognito,
      pool,
      client,
      resolvedUser,
      history: srp ? [{ challengeName: 'SRP_A', challengeResult: true }] : [],
      deviceKey: parameters['DEVICE_KEY'],
      ...(srp && { srp }),
    })
  },
}
