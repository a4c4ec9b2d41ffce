import type { RespondToAuthChallengeResponse } from '@aws-sdk/client-cognito-identity-provider'
import {
  createDeviceVerifier,
  createSrpSession,
  signSrpSessionWithDevice,
} from 'cognito-srp-helper'
import {
  openTestPool,
  PASSWORD,
  type TestPool,
  type TestPoolOptions,
  tokensOf,
} from './testPool.ts'

// Fixtures: a pool that tracks devices, and a device.

export const invalid = (message: string) => ({ type: 'InvalidParameterException', message })
export const notAuthorized = (message: string) => ({ type: 'NotAuthorizedException', message })
export const UNKNOWN = { type: 'ResourceNotFoundException', message: 'Device does not exist.' }

const ALWAYS = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: false }
export const OPT_IN = { ChallengeRequiredOnNewDevice: true, DeviceOnlyRememberedOnUserPrompt: true }

/** Opens a pool that tracks devices. jo has signed in once, on a device not yet confirmed. */
export async function openDevicePool(config: object = ALWAYS, settings: TestPoolOptions = {}) {
  const ExplicitAuthFlows = [
    'ALLOW_USER_SRP_AUTH',
    'ALLOW_USER_PASSWORD_AUTH',
    'ALLOW_REFRESH_TOKEN_AUTH',
  ] as const
  const testPool = await openTestPool({
    client: { ExplicitAuthFlows: [...ExplicitAuthFlows] },
    ...settings,
    pool: { DeviceConfiguration: config },
  })
  return { testPool, ...(await firstSignIn(testPool)) }
}

export async function firstSignIn(testPool: TestPool) {
  const answer = await testPool.signInBySrp('jo')
  const { DeviceKey = '', DeviceGroupKey = '' } =
    answer.AuthenticationResult?.NewDeviceMetadata ?? {}
  const made = createDeviceVerifier(DeviceKey, DeviceGroupKey)
  return {
    tokens: tokensOf(answer),
    key: DeviceKey,
    group: DeviceGroupKey,
    secret: made.DeviceRandomPassword,
    config: made.DeviceSecretVerifierConfig,
  }
}

type DevicePool = Awaited<ReturnType<typeof openDevicePool>>

export const confirmDevice = ({ testPool, tokens, key, config }: DevicePool) =>
  testPool.call('ConfirmDevice', {
    AccessToken: tokens.AccessToken,
    DeviceKey: key,
    DeviceSecretVerifierConfig: config,
    DeviceName: 'Laptop',
  })

export async function openConfirmedDevice(config?: object, settings?: TestPoolOptions) {
  const opened = await openDevicePool(config, settings)
  await confirmDevice(opened)
  return opened
}

/** Gives jo an emailed code as second factor. */
export function requireEmailCode({ testPool }: DevicePool) {
  testPool.pool.settings.MfaConfiguration = 'OPTIONAL'
  testPool.pool.settings.AccountRecoverySetting = {
    RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }],
  }
  testPool.pool.mfa = { EmailMfaConfiguration: {} }
  testPool.jo.mfa = { enabled: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' }
}

export const passwordFromDevice = (DEVICE_KEY: string) => ({
  AuthFlow: 'USER_PASSWORD_AUTH',
  AuthParameters: { USERNAME: 'jo', PASSWORD, DEVICE_KEY },
})

/** Runs device SRP up to the answer to DEVICE_PASSWORD_VERIFIER. */
export async function deviceSrpAnswer(
  { testPool, key, group, secret }: DevicePool,
  challenge: RespondToAuthChallengeResponse,
  password = secret,
) {
  if (challenge.ChallengeName !== 'DEVICE_SRP_AUTH')
    throw new Error(`Not asked for a device: ${JSON.stringify(challenge)}`)
  const srp = createSrpSession('jo', PASSWORD, testPool.pool.id, false)
  const next = await testPool.call('RespondToAuthChallenge', {
    ChallengeName: 'DEVICE_SRP_AUTH',
    Session: challenge.Session,
    ChallengeResponses: { USERNAME: 'jo', DEVICE_KEY: key, SRP_A: srp.largeA },
  })
  const signed = signSrpSessionWithDevice(
    srp,
    {
      ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
      ChallengeParameters: next.ChallengeParameters,
    },
    group,
    password,
  )
  return {
    ChallengeName: 'DEVICE_PASSWORD_VERIFIER',
    Session: next.Session,
    ChallengeResponses: {
      USERNAME: 'jo',
      DEVICE_KEY: key,
      TIMESTAMP: signed.timestamp,
      PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
      PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
    },
  }
}
