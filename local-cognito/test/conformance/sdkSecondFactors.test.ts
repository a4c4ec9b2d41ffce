import {
  CodeMismatchException,
  EnableSoftwareTokenMFAException,
  ExpiredCodeException,
  MFAMethodNotFoundException,
  NotAuthorizedException,
} from '@aws-sdk/client-cognito-identity-provider'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { appCode, openFullPool, otherThan, STEP, tokensIn } from '#test/support/openFullPool.ts'

// Set-up and use of second factors through AWS's own SDK.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

type SdkPool = Awaited<ReturnType<typeof openFullPool>>

/** Sets up an app for a signed-in user. @returns its secret */
async function setUpApp({ sdk }: SdkPool, AccessToken: string) {
  const { SecretCode = '' } = await sdk.associateSoftwareToken({ AccessToken })
  const UserCode = appCode(SecretCode)
  await expect(
    sdk.verifySoftwareToken({ AccessToken, UserCode: otherThan(UserCode) }),
  ).rejects.toThrow(EnableSoftwareTokenMFAException)
  expect((await sdk.verifySoftwareToken({ AccessToken, UserCode })).Status).toBe('SUCCESS')
  return SecretCode
}

test('sets up and uses an authenticator app; refuses wrong and used codes', async () => {
  await using sdkPool = await openFullPool()
  const { sdk, byPassword, answer } = sdkPool
  const { AccessToken } = tokensIn(await byPassword())
  const secret = await setUpApp(sdkPool, AccessToken)
  await sdk.setUserMFAPreference({
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })

  const asked = await byPassword()
  expect(asked.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  const used = { SOFTWARE_TOKEN_MFA_CODE: appCode(secret) }
  await expect(answer(asked, used)).rejects.toThrow(ExpiredCodeException)
  vi.setSystemTime(Date.now() + STEP)
  const right = { SOFTWARE_TOKEN_MFA_CODE: appCode(secret) }
  const wrong = { SOFTWARE_TOKEN_MFA_CODE: otherThan(right.SOFTWARE_TOKEN_MFA_CODE) }
  await expect(answer(asked, wrong)).rejects.toThrow(CodeMismatchException)
  tokensIn(await answer(asked, right))
  await expect(answer(asked, right)).rejects.toThrow(NotAuthorizedException)
})

test('uses an emailed code as the second factor', async () => {
  await using sdkPool = await openFullPool()
  const { sdk, byPassword, answer, code } = sdkPool
  const { AccessToken } = tokensIn(await byPassword())
  await sdk.setUserMFAPreference({
    AccessToken,
    EmailMfaSettings: { Enabled: true, PreferredMfa: true },
  })

  const asked = await byPassword()
  expect(asked).toMatchObject({
    ChallengeName: 'EMAIL_OTP',
    ChallengeParameters: {
      CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
      CODE_DELIVERY_DESTINATION: 'k***@e***',
    },
  })
  const right = { EMAIL_OTP_CODE: code() }
  await expect(answer(asked, { EMAIL_OTP_CODE: otherThan(code()) })).rejects.toThrow(
    CodeMismatchException,
  )
  tokensIn(await answer(asked, right))
  const next = await byPassword()
  await expect(answer(next, right)).rejects.toThrow(CodeMismatchException)
  await expect(answer(asked, right)).rejects.toThrow(NotAuthorizedException)
})

test('chooses between two second factors', async () => {
  await using sdkPool = await openFullPool()
  const { sdk, byPassword, answer, code } = sdkPool
  const { AccessToken } = tokensIn(await byPassword())
  const secret = await setUpApp(sdkPool, AccessToken)
  await sdk.setUserMFAPreference({
    AccessToken,
    SoftwareTokenMfaSettings: { Enabled: true },
    EmailMfaSettings: { Enabled: true },
  })
  vi.setSystemTime(Date.now() + STEP)

  const asked = await byPassword()
  expect(asked.ChallengeName).toBe('SELECT_MFA_TYPE')
  const offered: unknown = JSON.parse(asked.ChallengeParameters?.['MFAS_CAN_CHOOSE'] ?? '')
  expect(offered).toEqual(expect.arrayContaining(['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP']))
  await expect(answer(asked, { ANSWER: 'SMS_MFA' })).rejects.toThrow(MFAMethodNotFoundException)
  const byApp = await answer(asked, { ANSWER: 'SOFTWARE_TOKEN_MFA' })
  expect(byApp.ChallengeName).toBe('SOFTWARE_TOKEN_MFA')
  tokensIn(await answer(byApp, { SOFTWARE_TOKEN_MFA_CODE: appCode(secret) }))

  const byMail = await answer(await byPassword(), { ANSWER: 'EMAIL_OTP' })
  expect(byMail.ChallengeName).toBe('EMAIL_OTP')
  tokensIn(await answer(byMail, { EMAIL_OTP_CODE: code() }))
})
