import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { createEncryptedStorage } from '#vault/session/encryptedStorage.ts'
import {
  always,
  devicesOf,
  email,
  flows,
  forgetOnServer,
  submitCode,
  open,
  password,
  session,
  signIn,
  startDevicePool,
  signInAndOut,
} from '#test/support/deviceFixture.ts'
import { attributesOf, expectChallenge, errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { startCognito } from '#test/support/startCognito.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

describe('a pool that remembers every device', () => {
  it('asks no question, and for no code at the next sign-in, in either flow', async () => {
    const testPool = await startDevicePool(always)
    const { browser, tab, auth } = open(testPool)
    await signInAndOut(testPool, auth)
    expect(devicesOf(testPool)).toMatchObject([{ remembered: true }])
    await signIn(auth)
    await session(auth).signOut()
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await expectChallenge(auth.getState(), 'password').answer({ password })
    await session(auth).signOut()
    // The browser is still the same device after it was closed.
    tab.close()
    const later = browser.openTab()
    await signIn(later.auth)
    expect(session(later.auth).email).toBe(email)
    expect(devicesOf(testPool)).toHaveLength(1)
  })

  it('finds it by any spelling of the username', async () => {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    await signInAndOut(testPool, auth)
    await auth.signIn({ username: email.toUpperCase(), password, rememberMe: false })
    expect(session(auth).email).toBe(email)
  })

  it('asks for a code in another browser', async () => {
    const testPool = await startDevicePool(always)
    await signInAndOut(testPool, open(testPool).auth)
    const { auth } = open(testPool)
    await signIn(auth)
    expect(expectChallenge(auth.getState(), 'sentCode')).toMatchObject({ username: email })
  })

  it('renews the session of the device it was issued to', async () => {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    for (let hour = 1; hour < 4; hour += 1) {
      vi.setSystemTime(Date.now() + 3_600_000)
      expect(await attributesOf(session(auth))).toMatchObject({ email })
    }
    await session(auth).signOut()
    await signIn(auth)
    vi.setSystemTime(Date.now() + 3_600_000)
    expect(await attributesOf(session(auth))).toMatchObject({ email })
  })

  it('asks for a code, without an error, after Cognito has forgotten the device', async () => {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    await signInAndOut(testPool, auth)
    await forgetOnServer(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    await session(auth).signOut()
    await signIn(auth)
    expect(session(auth).email).toBe(email)
  })

  it('asks for a code when Cognito has another verifier for the device', async () => {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    await signInAndOut(testPool, auth)
    const [device] = devicesOf(testPool)
    if (device) device.verifier = { ...device.verifier, verifier: '1234567890abcdef' }
    await signIn(auth)
    await submitCode(testPool, auth)
    expect(session(auth).email).toBe(email)
  })

  it('signs in also when ConfirmDevice fails', async () => {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    testPool.answerInstead('ConfirmDevice', () => new Response('', { status: 502 }))
    await signIn(auth)
    await submitCode(testPool, auth)
    expect(session(auth).email).toBe(email)
    expect(devicesOf(testPool)).toEqual([])
  })
})

describe('a sign-in without a password', () => {
  const startWithCodes = async () => {
    const testPool = await startCognito({
      pool: {
        DeviceConfiguration: always,
        Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } },
      },
      client: { ExplicitAuthFlows: [...flows] },
    })
    await testPool.createUser(email, password)
    return testPool
  }
  const begin = (auth: Auth) =>
    auth.startUserAuth({ username: email, preferred: 'EMAIL_OTP', rememberMe: false })

  it('uses the same device each time, and restarts when Cognito has forgotten it', async () => {
    const testPool = await startWithCodes()
    const { auth } = open(testPool)
    for (let visits = 0; visits < 2; visits += 1) {
      await begin(auth)
      await submitCode(testPool, auth)
      await session(auth).signOut()
    }
    expect(devicesOf(testPool)).toHaveLength(1)
    await forgetOnServer(testPool)
    await begin(auth)
    // Cognito reports it only now, when the code is used up.
    expect(await errorCode(submitCode(testPool, auth))).toBe('deviceForgotten')
    await submitCode(testPool, auth)
    expect(session(auth).email).toBe(email)
    expect(devicesOf(testPool)).toHaveLength(1)
  })
})

describe('the secret of a device', () => {
  it('never reaches the page', async () => {
    const testPool = await startDevicePool(always)
    const { tab, indexedDB, auth } = open(testPool)
    await signInAndOut(testPool, auth)
    await signIn(auth)
    const disk = createEncryptedStorage(
      indexedDB,
      `gatehouse:${testPool.UserPoolId}:${testPool.ClientId}`,
    )
    const stored = JSON.stringify((await disk.read('devices'))?.value)
    const secret = /"password":"([^"]{40,})"/.exec(stored)?.[1]
    const { key, groupKey } = devicesOf(testPool)[0] ?? {}
    const visible = JSON.stringify([tab.receivedMessages, tab.memory()])
    expect(visible).toContain(email)
    for (const value of [secret, key, groupKey]) {
      expect(stored).toContain(value)
      expect(visible).not.toContain(value)
    }
  })

  it('is lost with the page if nothing may be stored on disk', async () => {
    const testPool = await startDevicePool(always)
    const { browser, indexedDB, tab, auth } = open(testPool, {
      ...testPool.config,
      session: { storage: 'memory' },
    })
    await signInAndOut(testPool, auth)
    await signIn(auth)
    expect(session(auth).email).toBe(email)
    expect(await indexedDB.databases()).toEqual([])
    const again = browser.reload(tab)
    await signIn(again.auth)
    expectChallenge(again.auth.getState(), 'sentCode')
  })
})

describe('a device that is only in memory', () => {
  /** Ada's device is known, in a pool that asks other devices for a code. */
  async function signedIn() {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool, { ...testPool.config, session: { storage: 'memory' } })
    await signIn(auth)
    await submitCode(testPool, auth)
    const { key = '' } = devicesOf(testPool)[0] ?? {}
    expect(key).not.toBe('')
    return { testPool, auth, key }
  }

  /** Bodies of the requests for a sign-in, in which a device key would be. */
  async function signInRequests(auth: Auth): Promise<string> {
    return (await network.requestsDuring(() => signIn(auth))).join('\n')
  }

  it('is removed from memory: the next sign-in does not name it', async () => {
    const { auth, key } = await signedIn()
    await session(auth).forgetDevice(key)
    await session(auth).signOut()
    const requests = await signInRequests(auth)
    expect(requests).toContain(email)
    expect(requests).not.toContain(key)
    expect(requests).not.toContain('DEVICE_KEY')
  })

  it('is removed with the account: a new account of the same name does not name it', async () => {
    const { testPool, auth, key } = await signedIn()
    await session(auth).deleteUser()
    await testPool.createUser(email, password)
    const requests = await signInRequests(auth)
    expect(requests).toContain(email)
    expect(requests).not.toContain(key)
    expect(requests).not.toContain('DEVICE_KEY')
  })
})
