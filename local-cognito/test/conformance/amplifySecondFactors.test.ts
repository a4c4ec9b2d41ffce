import {
  confirmSignIn,
  fetchMFAPreference,
  setUpTOTP,
  signIn,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openAmplify } from '#test/support/openAmplify.ts'
import { appCode, NAME, otherThan, STEP } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// Set-up and use of second factors through Amplify.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const DONE = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const byPassword = () => signIn({ username: NAME, password: PASSWORD })
const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse })

/** Sets up an app for the signed-in user. @returns its secret */
async function setUpApp() {
  const details = await setUpTOTP()
  const { sharedSecret } = details
  expect(details.getSetupUri('Portal').searchParams.get('secret')).toBe(sharedSecret)
  const code = appCode(sharedSecret)
  await expect(verifyTOTPSetup({ code: otherThan(code) })).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
  })
  await verifyTOTPSetup({ code })
  return sharedSecret
}

test('sets up and uses an authenticator app; refuses wrong and used codes', async () => {
  await using _ = await openAmplify()
  expect(await byPassword()).toEqual(DONE)
  const secret = await setUpApp()
  await updateMFAPreference({ totp: 'PREFERRED' })
  expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' })
  await signOut()

  expect((await byPassword()).nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
  await expect(answer(appCode(secret))).rejects.toMatchObject({ name: 'ExpiredCodeException' })
  vi.setSystemTime(Date.now() + STEP)
  await expect(answer(otherThan(appCode(secret)))).rejects.toMatchObject({
    name: 'CodeMismatchException',
  })
  expect(await answer(appCode(secret))).toEqual(DONE)
})

test('sets up an app at sign-in, where the pool requires MFA', async () => {
  await using amplify = await openAmplify()
  await amplify.sdk.setUserPoolMfaConfig({
    UserPoolId: amplify.UserPoolId,
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  const { nextStep } = await byPassword()
  if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP')
    throw new Error(`Asked for something else: ${nextStep.signInStep}`)
  const code = appCode(nextStep.totpSetupDetails.sharedSecret)
  await expect(answer(otherThan(code))).rejects.toMatchObject({
    name: 'EnableSoftwareTokenMFAException',
  })
  expect(await answer(code)).toEqual(DONE)
})

test('uses an emailed code as the second factor', async () => {
  await using amplify = await openAmplify()
  await byPassword()
  await updateMFAPreference({ email: 'PREFERRED' })
  await signOut()

  expect((await byPassword()).nextStep).toEqual({
    signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
    codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'k***@e***' },
  })
  const used = amplify.code()
  await expect(answer(otherThan(used))).rejects.toMatchObject({ name: 'CodeMismatchException' })
  expect(await answer(used)).toEqual(DONE)
  await signOut()
  await byPassword()
  await expect(answer(used)).rejects.toMatchObject({ name: 'CodeMismatchException' })
})

test('chooses between two second factors', async () => {
  await using amplify = await openAmplify()
  await byPassword()
  const secret = await setUpApp()
  await updateMFAPreference({ totp: 'ENABLED', email: 'ENABLED' })
  await signOut()
  vi.setSystemTime(Date.now() + STEP)

  const { nextStep } = await byPassword()
  if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION')
    throw new Error(`Asked for something else: ${nextStep.signInStep}`)
  expect(nextStep.allowedMFATypes).toEqual(expect.arrayContaining(['TOTP', 'EMAIL']))
  await expect(answer('SMS')).rejects.toMatchObject({ name: 'MFAMethodNotFoundException' })
  expect((await answer('TOTP')).nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_TOTP_CODE')
  expect(await answer(appCode(secret))).toEqual(DONE)
  await signOut()

  await byPassword()
  expect((await answer('EMAIL')).nextStep.signInStep).toBe('CONFIRM_SIGN_IN_WITH_EMAIL_CODE')
  expect(await answer(amplify.code())).toEqual(DONE)
})
