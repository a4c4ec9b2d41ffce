import type { InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider'
import { preAuthentication } from '#local-cognito/auth/authenticationTriggers.ts'
import { afterPassword } from '#local-cognito/auth/challenges/completeSignIn.ts'
import { askToSelect } from '#local-cognito/auth/challenges/nextChallenge.ts'
import { startFirstFactor } from '#local-cognito/auth/challenges/startFirstFactor.ts'
import { askMfaFactorOf } from '#local-cognito/auth/factors/askSecondFactor.ts'
import {
  type FirstFactor,
  firstFactors,
  isFirstFactor,
  isPasskeyInsufficient,
} from '#local-cognito/auth/factors/firstFactors.ts'
import { requiredParameter } from '#local-cognito/auth/parameters.ts'
import { resolveUser } from '#local-cognito/auth/resolvedUser.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { CognitoError, invalidParameter, passwordResetRequired } from '#local-cognito/errors.ts'
import { allowsFlow, checkSecretHash } from '#local-cognito/pools/clients.ts'
import type { Pool, User } from '#local-cognito/records.ts'
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
    const { unconfirmedUserAuth, resetRequiredUserAuth } = cognito.assumptions
    const unconfirmed = unconfirmedUserAuth === 'isRefusedAtStart' ? 'isRefused' : 'isFound'
    const resolvedUser = resolveUser(cognito, pool, client, name, unconfirmed)
    const { user, exists } = resolvedUser
    if (user.status === 'RESET_REQUIRED' && resetRequiredUserAuth === 'isRefusedAtStart')
      throw passwordResetRequired()
    await preAuthentication(cognito, pool, client, name, exists ? user : undefined)
    const deviceKey = parameters['DEVICE_KEY']
    if (deviceKey !== undefined && cognito.assumptions.deviceKeyInUserAuth === 'isRefused')
      throw invalidParameter('Unexpected parameter DEVICE_KEY')
    if (session !== undefined) {
      spendConfirmedSession(cognito, client, exists ? user : undefined, session)
      return afterPassword(cognito, pool, client, user, { deviceKey })
    }
    const stepUpStart = await stepUp({ cognito, pool, client, resolvedUser, parameters })
    const progress = { deviceKey, stepUp: stepUpStart?.stepUp }
    const available = stepUpStart?.missing.first ?? firstFactors(pool, user)
    const call = { cognito, pool, client, resolvedUser, parameters, progress }
    const preferredFactor = available.find((factor) => factor === preferred)
    if (!preferredFactor && preferred === 'WEB_AUTHN') checkPasskeyPreference(cognito, pool, user)
    // Also where the preferred factor is not available to the user, which is no error.
    const second = preferredFactor ? [] : (stepUpStart?.missing.second ?? [])
    const asked = askMfaFactorOf(cognito, client, user, second, progress)
    if (asked) return asked
    const chosen = preferredFactor ?? onlyFactor(cognito, available, preferred)
    if (!chosen) return askToSelect(call, available)
    const answer = await startFirstFactor(call, chosen)
    // After a correct password in the same call nothing is left to choose.
    return chosen === 'PASSWORD' && parameters['PASSWORD']
      ? answer
      : { ...answer, AvailableChallenges: available }
  },
}

/** Finds the factor that is asked for without a choice, because the user has no other. */
function onlyFactor(
  { assumptions }: Cognito,
  [only, ...others]: FirstFactor[],
  preferred: string | undefined,
) {
  const isAsked = preferred
    ? assumptions.preferredNotOwned === 'asksOnlyFactor'
    : assumptions.onlyFactor === 'isAsked'
  return isAsked && others.length === 0 ? only : undefined
}

/**
 * Refuses a preferred passkey that a second factor would have to follow, as AWS was seen to.
 * @throws CognitoError
 */
function checkPasskeyPreference({ assumptions }: Cognito, pool: Pool, user: User) {
  const type = assumptions.passkeyBeforeMfa
  if (type !== 'choice' && isPasskeyInsufficient(pool, user))
    throw new CognitoError(type, 'Password Challenge is Required to SignIn')
}
