import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { firstFactors, isFirstFactor } from '#local-cognito/auth/factors/firstFactors.ts'
import { askOneOf } from '#local-cognito/auth/factors/askSecondFactor.ts'
import { checkSecretHash, allows } from '#local-cognito/pools/clients.ts'
import { afterPassword } from '#local-cognito/auth/challenges/completeSignIn.ts'
import { askWhich } from '#local-cognito/auth/challenges/nextChallenge.ts'
import { takeConfirmed } from './autoSignIn.ts'
import { candidateFor } from '#local-cognito/auth/resolvedUser.ts'
import { takeFirstFactor } from '#local-cognito/auth/challenges/startFirstFactor.ts'
import { parameter } from '#local-cognito/auth/parameters.ts'
import type { Flow } from './flow.ts'
import { stepUp } from './stepUp.ts'

/**
 * Choice-based sign-in: with the factor that the client prefers, or a choice of all that somebody
 * has. It needs none of the client's other flows (developer guide, "Authentication flows").
 */
export const userAuth: Flow = {
  checkAllowed(client) {
    if (!allows(client, 'ALLOW_USER_AUTH'))
      throw invalidParameter('USER_AUTH flow not enabled for this client')
  },

  async start({ cognito, pool, client, parameters, session }): Promise<InitiateAuthResponse> {
    if (pool.settings.UserPoolTier === 'LITE')
      throw new CognitoError(
        'FeatureUnavailableInTierException',
        'USER_AUTH is not available in the LITE pricing tier.',
      )
    const name = parameter(parameters, 'USERNAME')
    const preferred = parameters['PREFERRED_CHALLENGE']
    if (preferred && !isFirstFactor(preferred))
      throw invalidParameter(`${preferred} is not a valid PREFERRED_CHALLENGE.`)
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const candidate = candidateFor(cognito, pool, client, name)
    const { user, exists } = candidate
    const deviceKey = parameters['DEVICE_KEY']
    if (session !== undefined) {
      takeConfirmed(cognito, client, exists ? user : undefined, session)
      return afterPassword(cognito, pool, client, user, { deviceKey })
    }
    const begun = await stepUp({ cognito, pool, client, candidate, parameters })
    const course = { deviceKey, stepUp: begun?.stepUp }
    const available = begun?.rest.first ?? firstFactors(pool, user)
    const choice = { cognito, pool, client, candidate, given: parameters, course }
    const chosen = available.find((factor) => factor === preferred)
    // Also where the preferred one is none that they have, which is no error.
    if (!chosen)
      return (
        askOneOf(cognito, client, user, begun?.rest.second ?? [], course) ??
        askWhich(choice, available)
      )
    const answer = await takeFirstFactor(choice, chosen)
    // With a right password in the same call, nothing is left to choose.
    return chosen === 'PASSWORD' && parameters['PASSWORD']
      ? answer
      : { ...answer, AvailableChallenges: available }
  },
}
