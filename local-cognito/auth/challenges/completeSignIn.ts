import type {
  InitiateAuthResponse,
  RespondToAuthChallengeResponse,
} from '@aws-sdk/client-cognito-identity-provider'
import { postAuthentication } from '#local-cognito/auth/authenticationTriggers.ts'
import { openSession } from '#local-cognito/auth/challengeSessions.ts'
import { askSecondFactor } from '#local-cognito/auth/factors/askSecondFactor.ts'
import { assuranceOf, withMethod } from '#local-cognito/auth/factors/assurance.ts'
import type { Cognito } from '#local-cognito/cognito.ts'
import {
  isTrusted,
  newDevice,
  signInDevice,
  tracksDevices,
} from '#local-cognito/devices/devices.ts'
import { notAuthorized, passwordResetRequired, userNotConfirmed } from '#local-cognito/errors.ts'
import type { Client, Pool, User } from '#local-cognito/records.ts'
import type { AuthMethod, SignInProgress } from '#local-cognito/signInRecords.ts'
import { startTokenFamily } from '#local-cognito/tokens/tokens.ts'
import { missingRequired } from '#local-cognito/users/attributes.ts'
import { isTemporaryExpired } from '#local-cognito/users/passwords.ts'
import { askDevice } from './deviceSrpAuth.ts'
import { nextChallenge } from './nextChallenge.ts'

/**
 * Continues after a correct password: the next challenge, or tokens.
 * @throws CognitoError when the user is unconfirmed, or the password has to be reset, or was
 *   temporary and has expired
 */
export async function completeSignIn(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  progress: SignInProgress,
): Promise<InitiateAuthResponse> {
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed()
  if (user.status === 'RESET_REQUIRED') throw passwordResetRequired()
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    if (isTemporaryExpired(pool, user, cognito.now()))
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.')
    return newPasswordRequired(cognito, pool, client, user, progress)
  }
  return afterPassword(cognito, pool, client, user, progress)
}

/**
 * Continues once the password is settled: factors still missing for a requested level; else the
 * proof of a remembered device, or a second factor, where required; else tokens.
 */
export async function afterPassword(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  before: SignInProgress,
): Promise<RespondToAuthChallengeResponse> {
  const progress = withMethod(before, 'pwd')
  const missing = nextChallenge(cognito, pool, client, user, progress)
  if (missing) return missing
  const device = signInDevice(pool, user, progress.deviceKey)
  if (device && isTrusted(pool, device)) return askDevice(cognito, client, user, device, progress)
  return (
    askSecondFactor(cognito, pool, client, user, progress) ??
    issueTokens(cognito, pool, client, user, progress)
  )
}

/** Continues after any other factor: factors still missing for a requested level, else tokens. */
export async function afterFactor(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  before: SignInProgress,
  method: AuthMethod,
): Promise<RespondToAuthChallengeResponse> {
  const progress = withMethod(before, method)
  return (
    nextChallenge(cognito, pool, client, user, progress) ??
    issueTokens(cognito, pool, client, user, progress)
  )
}

/**
 * Issues tokens, in the shape that InitiateAuth and RespondToAuthChallenge share. Where the pool
 * tracks devices and the client named none, adds a new device for ConfirmDevice.
 */
export async function issueTokens(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  { deviceKey, stepUp }: SignInProgress,
) {
  const known = signInDevice(pool, user, deviceKey)
  await postAuthentication(cognito, pool, client, user, !known && tracksDevices(pool))
  const added = known || !tracksDevices(pool) ? undefined : newDevice(pool)
  if (known) {
    known.authenticatedAt = cognito.now()
    known.address = cognito.source.address
  }
  const tokens = await startTokenFamily(cognito, pool, client, user, known ?? added, {
    assurance: stepUp && assuranceOf(pool, stepUp.methods),
    continues: stepUp?.family,
  })
  return {
    ChallengeParameters: {},
    AuthenticationResult: added
      ? {
          ...tokens,
          NewDeviceMetadata: { DeviceKey: added.key, DeviceGroupKey: added.groupKey },
        }
      : tokens,
  }
}

function newPasswordRequired(
  cognito: Cognito,
  pool: Pool,
  client: Client,
  user: User,
  progress: SignInProgress,
): InitiateAuthResponse {
  const missing = missingRequired(pool, user.attributes)
  return {
    ChallengeName: 'NEW_PASSWORD_REQUIRED',
    Session: openSession(cognito, client, user, 'NEW_PASSWORD_REQUIRED', progress),
    ChallengeParameters: {
      USER_ID_FOR_SRP: user.username,
      requiredAttributes: JSON.stringify(missing.map((name) => `userAttributes.${name}`)),
      userAttributes: JSON.stringify(user.attributes),
    },
  }
}
