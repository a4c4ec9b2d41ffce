import {
  NotAuthorizedException,
  RefreshTokenReuseException,
  ResourceNotFoundException,
  UnsupportedOperationException,
} from '@aws-sdk/client-cognito-identity-provider'
import {
  createDeviceVerifier,
  createSrpSession,
  signSrpSessionWithDevice,
} from 'cognito-srp-helper'
import { afterEach, expect, test, vi } from 'vitest'
import { NAME, openFullPool, tokensIn } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// State kept between sign-ins, through AWS's own SDK: a remembered device and refresh tokens. The
// SDK has no SRP, so device SRP uses a third-party client.

afterEach(() => void vi.useRealTimers())

test('a remembered device replaces the second factor', async () => {
  await using sdkPool = await openFullPool({
    pool: {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: true,
      },
    },
  })
  const { sdk, UserPoolId, byPassword, answer, code } = sdkPool
  const first = await byPassword()
  const { AccessToken, RefreshToken } = tokensIn(first)
  const { DeviceKey = '', DeviceGroupKey = '' } =
    first.AuthenticationResult?.NewDeviceMetadata ?? {}
  const made = createDeviceVerifier(DeviceKey, DeviceGroupKey)
  const confirmed = await sdk.confirmDevice({
    AccessToken,
    DeviceKey,
    DeviceName: 'Laptop',
    DeviceSecretVerifierConfig: made.DeviceSecretVerifierConfig,
  })
  expect(confirmed.UserConfirmationNecessary).toBe(true)
  await sdk.updateDeviceStatus({
    AccessToken,
    DeviceKey,
    DeviceRememberedStatus: 'remembered',
  })
  await sdk.setUserMFAPreference({
    AccessToken,
    EmailMfaSettings: { Enabled: true, PreferredMfa: true },
  })

  /** Answers the device challenges with this password. */
  async function answerDevice(password: string) {
    const asked = await byPassword({ DEVICE_KEY: DeviceKey })
    expect(asked.ChallengeName).toBe('DEVICE_SRP_AUTH')
    const srp = createSrpSession(NAME, PASSWORD, UserPoolId, false)
    const next = await answer(asked, { DEVICE_KEY: DeviceKey, SRP_A: srp.largeA })
    const ChallengeName = 'DEVICE_PASSWORD_VERIFIER'
    expect(next.ChallengeName).toBe(ChallengeName)
    const { ChallengeParameters } = next
    const challenge = { ChallengeName, ChallengeParameters }
    const signed = signSrpSessionWithDevice(srp, challenge, DeviceGroupKey, password)
    return answer(next, {
      DEVICE_KEY: DeviceKey,
      TIMESTAMP: signed.timestamp,
      PASSWORD_CLAIM_SIGNATURE: signed.passwordSignature,
      PASSWORD_CLAIM_SECRET_BLOCK: signed.secret,
    })
  }
  await expect(answerDevice('not its password')).rejects.toThrow(NotAuthorizedException)
  const completed = await answerDevice(made.DeviceRandomPassword)
  expect(completed.AuthenticationResult?.NewDeviceMetadata).toBeUndefined()
  tokensIn(completed)

  // Another device does not skip the second factor.
  const unknownDevice = await byPassword()
  expect(unknownDevice.ChallengeName).toBe('EMAIL_OTP')
  tokensIn(await answer(unknownDevice, { EMAIL_OTP_CODE: code() }))

  const refresh = (key?: string) =>
    sdk.getTokensFromRefreshToken({ ClientId: sdkPool.ClientId, RefreshToken, DeviceKey: key })
  expect((await refresh(DeviceKey)).AuthenticationResult?.AccessToken).toBeDefined()
  await expect(refresh()).rejects.toThrow(NotAuthorizedException)

  await sdk.forgetDevice({ AccessToken, DeviceKey })
  await expect(byPassword({ DEVICE_KEY: DeviceKey })).rejects.toThrow(ResourceNotFoundException)
})

test('refreshes with rotation', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  const RefreshTokenRotation = { Feature: 'ENABLED' as const, RetryGracePeriodSeconds: 10 }
  await using sdkPool = await openFullPool({
    client: {
      RefreshTokenRotation,
      ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'],
    },
  })
  const { sdk, ClientId, byPassword } = sdkPool
  const { RefreshToken, AccessToken } = tokensIn(await byPassword())
  const refresh = (token: string) =>
    sdk.getTokensFromRefreshToken({ ClientId, RefreshToken: token })

  await expect(refresh('not-a-token')).rejects.toThrow(NotAuthorizedException)
  await expect(
    sdk.initiateAuth({
      ClientId,
      AuthFlow: 'REFRESH_TOKEN_AUTH',
      AuthParameters: { REFRESH_TOKEN: RefreshToken },
    }),
  ).rejects.toThrow(UnsupportedOperationException)

  vi.setSystemTime(Date.now() + 1000)
  const next = tokensIn(await refresh(RefreshToken))
  expect(next.RefreshToken).not.toBe(RefreshToken)
  expect(next.AccessToken).not.toBe(AccessToken)
  expect((await sdk.getUser({ AccessToken: next.AccessToken })).Username).toBe('kim')
  vi.setSystemTime(Date.now() + 11_000)
  await expect(refresh(RefreshToken)).rejects.toThrow(RefreshTokenReuseException)
})
