import {
  confirmSignIn,
  fetchAuthSession,
  fetchDevices,
  forgetDevice,
  rememberDevice,
  signIn,
  signOut,
  updateMFAPreference,
} from 'aws-amplify/auth'
import { afterEach, expect, test, vi } from 'vitest'
import { openAmplify } from '#test/support/openAmplify.ts'
import { NAME } from '#test/support/openFullPool.ts'
import { PASSWORD } from '#test/support/openServer.ts'

// State that Amplify keeps between sign-ins: devices and refresh tokens.

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const DONE = { isSignedIn: true, nextStep: { signInStep: 'DONE' } }
const BY_MAIL = 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE'

test('a remembered device replaces the second factor', async () => {
  // Node 20 has no navigator, from which Amplify takes a device's name.
  vi.stubGlobal('navigator', { userAgent: 'Node.js/20', platform: 'Linux' })
  await using amplify = await openAmplify({
    pool: {
      DeviceConfiguration: {
        ChallengeRequiredOnNewDevice: true,
        DeviceOnlyRememberedOnUserPrompt: true,
      },
    },
  })
  const { storage, code } = amplify
  const byPassword = () => signIn({ username: NAME, password: PASSWORD })
  await byPassword()
  await updateMFAPreference({ email: 'PREFERRED' })
  await signOut()

  // Confirmed, but not yet remembered.
  expect((await byPassword()).nextStep.signInStep).toBe(BY_MAIL)
  expect(await confirmSignIn({ challengeResponse: code() })).toEqual(DONE)
  await rememberDevice()
  const [device] = await fetchDevices()
  expect(device?.id).toBe(storage.find('.deviceKey'))
  expect(device?.attributes).toMatchObject({ 'dev:device_remembered_status': 'remembered' })
  const { tokens } = await fetchAuthSession({ forceRefresh: true })
  expect(tokens?.accessToken.payload['device_key']).toBe(device?.id)
  await signOut()
  expect(await byPassword()).toEqual(DONE)
  await signOut()

  const secret = storage.find('.randomPasswordKey') ?? ''
  storage.replace('.randomPasswordKey', `not ${secret}`)
  await expect(byPassword()).rejects.toMatchObject({ name: 'NotAuthorizedException' })
  storage.replace('.randomPasswordKey', secret)
  expect(await byPassword()).toEqual(DONE)

  await forgetDevice()
  expect(await fetchDevices()).toEqual([])
  await signOut()
  expect((await byPassword()).nextStep.signInStep).toBe(BY_MAIL)
  expect(await confirmSignIn({ challengeResponse: code() })).toEqual(DONE)

  // After the device is forgotten elsewhere, Amplify recognizes the refusal by its text and starts
  // again.
  const DeviceKey = storage.find('.deviceKey')
  expect(DeviceKey).not.toBe(device?.id)
  const { sdk, UserPoolId } = amplify
  await sdk.adminForgetDevice({ UserPoolId, Username: NAME, DeviceKey })
  await signOut()
  expect((await byPassword()).nextStep.signInStep).toBe(BY_MAIL)
})

test('refreshes with rotation', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  await using amplify = await openAmplify({
    client: {
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 0 },
      ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    },
  })
  await signIn({ username: NAME, password: PASSWORD })
  const kept = () => amplify.storage.find('.refreshToken')
  const jti = async (forceRefresh: boolean) => {
    vi.setSystemTime(Date.now() + 1000)
    const { tokens } = await fetchAuthSession({ forceRefresh })
    return tokens?.accessToken.payload.jti
  }
  const used = kept() ?? ''
  const first = await jti(false)
  expect(await jti(true)).not.toBe(first)
  expect(kept()).not.toBe(used)
  const second = await jti(false)
  expect(await jti(true)).not.toBe(second)

  amplify.storage.replace('.refreshToken', used)
  await expect(fetchAuthSession({ forceRefresh: true })).rejects.toMatchObject({
    name: 'RefreshTokenReuseException',
  })
  // Amplify drops a revoked session in the background.
  const isForgotten = () => vi.waitFor(() => expect(kept()).toBeUndefined())
  await isForgotten()

  await signIn({ username: NAME, password: PASSWORD })
  amplify.storage.replace('.refreshToken', 'not-a-token')
  expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeUndefined()
  await isForgotten()
})
