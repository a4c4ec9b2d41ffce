import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { afterPassword } from '#local-cognito/auth/challenges/completeSignIn.ts'
import { askToSelect } from '#local-cognito/auth/challenges/nextChallenge.ts'
import { startFirstFactor } from '#local-cognito/auth/challenges/startFirstFactor.ts'
import { askMfaFactorOf } from '#local-cognito/auth/factors/askSecondFactor.ts'
import {
  firstFactors,
  isFirstFactor,
  isPasskeyInsufficient,
} from '#local-cognito/auth/factors/firstFactors.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { resolveUser } from '#local-cognito/auth/resolvedUser.ts'
import { invalidParameter, notAuthorized } from '#local-cognito/errors.ts'
import { allowsFlow, checkSecretHash } from '#local-cognito/pools/clients.ts'
import { spendConfirmedSession } from './autoSignIn.ts'
import type { Flow } from './flow.ts'
import { stepUp } from './stepUp.ts'

/**
 * Choice-based sign-in: starts with the preferred factor, or offers all that the user has. Needs
 * none of the client's other flows (developer guide, "Authentication flows").
 */
export const userAuth: Flow = {
  checkAllowed(client) {
    if (!allowsFlow(client, 'ALLOW_USER_AUTH'))
      throw invalidParameter('USER_AUTH flow not enabled for this client')
  },

  async start({ cognito, pool, client, parameters, session }): Promise<InitiateAuthResponse> {
    const name = requiredParameter(parameters, 'USERNAME')
    const preferred = parameters['PREFERRED_CHALLENGE']
    if (preferred && !isFirstFactor(preferred))
      throw invalidParameter(`${preferred} is not a valid PREFERRED_CHALLENGE.`)
    await checkSecretHash(client, [name], parameters['SECRET_HASH'], 'auth')
    const resolvedUser = resolveUser(cognito, pool, client, name)
    const { user, exists } = resolvedUser
    const deviceKey = parameters['DEVICE_KEY']
    if (session !== undefined) {
      spendConfirmedSession(cognito, client, exists ? user : undefined, session)
      return afterPassword(cognito, pool, client, user, { deviceKey })
    }
    const stepUpStart = await stepUp({ cognito, pool, client, resolvedUser, parameters })
    const progress = { deviceKey, stepUp: stepUpStart?.stepUp }
    const available = stepUpStart?.missing.first ?? firstFactors(pool, user)
    const call = { cognito, pool, client, resolvedUser, parameters, progress }
    const chosen = available.find((factor) => factor === preferred)
    // Measured on AWS: an exception, not a choice. Its text is AWS's own.
    if (!chosen && preferred === 'WEB_AUTHN' && isPasskeyInsufficient(pool, user))
      throw notAuthorized('Password Challenge is Required to SignIn')
    // Also where the preferred factor is not available to the user, which is no error.
    if (!chosen) {
      const second = stepUpStart?.missing.second ?? []
      const asked = askMfaFactorOf(cognito, client, user, second, progress)
      if (asked) return asked
      const [only, ...others] = available
      // Measured on AWS: SELECT_CHALLENGE is skipped where there is nothing to choose.
      if (!only || others.length > 0) return askToSelect(call, available)
      return { ...(await startFirstFactor(call, only)), AvailableChallenges: available }
    }
    const answer = await startFirstFactor(call, chosen)
    // After a correct password in the same call nothing is left to choose.
    return chosen === 'PASSWORD' && parameters['PASSWORD']
      ? answer
      : { ...answer, AvailableChallenges: available }
  },
}
