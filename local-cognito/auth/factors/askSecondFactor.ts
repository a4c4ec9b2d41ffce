import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import { openSession } from '#local-cognito/auth/challengeSessions.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import { invalidParameter } from '#local-cognito/errors.ts'
import { sendChallengeCode } from '#local-cognito/messages/codes.ts'
import type { Client, MfaFactor, Pool, User } from '#local-cognito/records.ts'
import type { ChallengeSession, SignInProgress } from '#local-cognito/signInRecords.ts'
import {
  contactOfFactor,
  factorsToSetUp,
  requiredFactors,
} from '#local-cognito/users/mfaFactors.ts'

/**
 * Asks for a second factor where the pool or the user requires one: the preferred, the only one, or
 * a choice of several. Where the user has none and the pool requires one, asks to set one up
 * (developer guide, "Adding MFA to a user pool").
 */
export function askSecondFactor(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  progress: SignInProgress,
): RespondToAuthChallengeResponse | undefined {
  const asked = askMfaFactorOf(cognito, client, user, requiredFactors(pool, user), progress)
  if (asked || pool.settings.MfaConfiguration !== 'ON') return asked
  return askMfaSetup(cognito, pool, client, user, progress)
}

/**
 * Asks for one of these factors: the preferred, the only one, or a choice.
 * @returns undefined for an empty list
 */
export function askMfaFactorOf(
  cognito: Cognito,
  client: Client,
  user: User,
  factors: MfaFactor[],
  progress: SignInProgress,
): RespondToAuthChallengeResponse | undefined {
  const preferred = factors.find((factor) => factor === user.mfa?.preferred)
  const [only, ...others] = factors
  if (preferred) return askMfaFactor(cognito, client, user, preferred, progress)
  if (only && others.length > 0) return askMfaType(cognito, client, user, factors, progress)
  return only && askMfaFactor(cognito, client, user, only, progress)
}

/**
 * Asks for one factor and sends its code, if it has one.
 * @param detail.newEmail the user's address once the code is right
 */
export function askMfaFactor(
  cognito: Cognito,
  client: Client,
  user: User,
  factor: MfaFactor,
  detail: SignInProgress & Pick<ChallengeSession, 'newEmail'>,
): RespondToAuthChallengeResponse {
  const ChallengeName = factor
  if (factor === 'SOFTWARE_TOKEN_MFA') {
    const name = user.softwareToken?.name
    return {
      ChallengeName,
      Session: openSession(cognito, client, user, factor, detail),
      ChallengeParameters: {
        USER_ID_FOR_SRP: user.username,
        ...(name !== undefined && { FRIENDLY_DEVICE_NAME: name }),
      },
    }
  }
  const contact = contactOfFactor[factor]
  const { code, details } = sendChallengeCode(cognito, user, 'mfa', contact)
  return {
    ChallengeName,
    Session: openSession(cognito, client, user, factor, {
      ...detail,
      code,
      sentTo: user.attributes[contact],
    }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      CODE_DELIVERY_DELIVERY_MEDIUM: details.DeliveryMedium ?? '',
      CODE_DELIVERY_DESTINATION: details.Destination ?? '',
    },
  }
}

const askMfaType = (
  cognito: Cognito,
  client: Client,
  user: User,
  offered: MfaFactor[],
  progress: SignInProgress,
): RespondToAuthChallengeResponse => ({
  ChallengeName: 'SELECT_MFA_TYPE',
  Session: openSession(cognito, client, user, 'SELECT_MFA_TYPE', { ...progress, offered }),
  ChallengeParameters: {
    USER_ID_FOR_SRP: user.username,
    MFAS_CAN_CHOOSE: JSON.stringify(offered),
  },
})

/**
 * @throws CognitoError where the pool requires a factor that the user can neither use nor set up
 */
function askMfaSetup(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  progress: SignInProgress,
): RespondToAuthChallengeResponse {
  const offered = factorsToSetUp(pool, user)
  if (offered.length === 0)
    throw invalidParameter('User has no second factor, and cannot set up one that the pool has.')
  return {
    ChallengeName: 'MFA_SETUP',
    Session: openSession(cognito, client, user, 'MFA_SETUP', { ...progress, offered }),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      MFAS_CAN_SETUP: JSON.stringify(offered),
    },
  }
}
