import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { CognitoError, invalidParameter } from '#local-cognito/errors.ts'
import { askFirstFactor, openFor, type Choice } from '#local-cognito/factors/askFirstFactor.ts'
import {
  firstFactors,
  isFirstFactor,
  type FirstFactor,
} from '#local-cognito/factors/firstFactors.ts'
import { proofs, reaching } from '#local-cognito/factors/levels.ts'
import { checkSecretHash } from '#local-cognito/pools/clients.ts'
import { afterPassword } from '#local-cognito/sign-in/admit.ts'
import { takeConfirmed } from '#local-cognito/sign-in/autoSignIn.ts'
import { candidateFor } from '#local-cognito/sign-in/candidate.ts'
import { allows, parameter, type Flow } from './flow.ts'
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
      return afterPassword(cognito, pool, client, user, deviceKey, proofs.code)
    }
    const step = await stepUp({ cognito, pool, client, candidate, parameters })
    if (step?.rest) return step.rest
    const available = step ? reaching(pool, user, step.target) : firstFactors(pool, user)
    const choice = { cognito, pool, client, candidate, given: parameters, deviceKey }
    const chosen = available.find((factor) => factor === preferred)
    if (!chosen) return askWhich(choice, available)
    const answer = await askFirstFactor(choice, chosen)
    // With a right password in the same call, nothing is left to choose.
    return chosen === 'PASSWORD' && parameters['PASSWORD']
      ? answer
      : { ...answer, AvailableChallenges: available }
  },
}

/** Also where the preferred one is none that they have, which is no error. */
const askWhich = (choice: Choice, available: FirstFactor[]): InitiateAuthResponse => ({
  ChallengeName: 'SELECT_CHALLENGE',
  Session: openFor(choice, 'SELECT_CHALLENGE', { offered: available }),
  ChallengeParameters: {},
  AvailableChallenges: available,
})
