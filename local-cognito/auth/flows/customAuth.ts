import { invalidParameter } from '#local-cognito/errors.ts'
import { checkSecretHash, allows } from '#local-cognito/pools/clients.ts'
import { candidateFor } from '#local-cognito/auth/resolvedUser.ts'
import { checkedA } from '#local-cognito/srp/startSrp.ts'
import { goOn } from '#local-cognito/auth/challenges/customAuth.ts'
import { triggerOf } from '#local-cognito/auth/challenges/invokeTrigger.ts'
import { parameter } from '#local-cognito/auth/parameters.ts'
import type { Flow } from './flow.ts'

/** The pool's own functions ask what they like, after a password or instead of it. */
export const customAuth: Flow = {
  checkAllowed(client) {
    if (!allows(client, 'ALLOW_CUSTOM_AUTH'))
      throw invalidParameter('CUSTOM_AUTH is not enabled for the client.')
  },

  async start({ cognito, pool, client, parameters }) {
    triggerOf(cognito, pool)
    const name = parameter(parameters, 'USERNAME')
    const startsWithPassword = parameters['CHALLENGE_NAME'] === 'SRP_A'
    const srp = startsWithPassword && { name, A: checkedA(parameter(parameters, 'SRP_A')) }
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    return goOn({
      cognito,
      pool,
      client,
      candidate: candidateFor(cognito, pool, client, name),
      history: srp ? [{ challengeName: 'SRP_A', challengeResult: true }] : [],
      deviceKey: parameters['DEVICE_KEY'],
      ...(srp && { srp }),
    })
  },
}
