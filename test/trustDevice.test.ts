import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  devicesOf,
  email,
  submitCode,
  ifTrusted,
  open,
  password,
  session,
  signIn,
  startDevicePool,
  signInAndOut,
} from '#test/support/deviceFixture.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

describe('a pool that remembers trusted devices only', () => {
  it('asks once; after a yes, the next sign-in needs no code', async () => {
    const testPool = await startDevicePool(ifTrusted)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    expect(expectChallenge(auth.getState(), 'trustDevice')).toMatchObject({ username: email })
    await expectChallenge(auth.getState(), 'trustDevice').answer({ trust: true })
    await session(auth).signOut()
    await signIn(auth)
    expect(session(auth).email).toBe(email)
  })

  it('asks once; after a no, every sign-in needs a code', async () => {
    const testPool = await startDevicePool(ifTrusted)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    await expectChallenge(auth.getState(), 'trustDevice').answer({ trust: false })
    await session(auth).signOut()
    await signInAndOut(testPool, auth)
    expect(devicesOf(testPool)).toMatchObject([{ remembered: false }])
  })

  it('has signed the user in before it asks: a reload keeps the session and leaves the question open', async () => {
    const testPool = await startDevicePool(ifTrusted)
    const { browser, tab, auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    expectChallenge(auth.getState(), 'trustDevice')
    const second = browser.openTab()
    await second.auth.restored
    expect(session(second.auth).email).toBe(email)
    const again = browser.reload(tab)
    await again.auth.restored
    await session(again.auth).signOut()
    // The question has not been answered yet.
    await signIn(again.auth)
    await submitCode(testPool, again.auth)
    expectChallenge(again.auth.getState(), 'trustDevice')
  })

  it('accepts an answer after the access token has expired', async () => {
    const testPool = await startDevicePool(ifTrusted)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    vi.setSystemTime(Date.now() + 2 * 3_600_000)
    await expectChallenge(auth.getState(), 'trustDevice').answer({ trust: true })
    expect(session(auth).email).toBe(email)
    expect(devicesOf(testPool)).toMatchObject([{ remembered: true }])
  })

  it('shows the session after another sign-in instead of an answer', async () => {
    const testPool = await startDevicePool(ifTrusted)
    await testPool.createUser('grace@example.com', password)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    await auth.signIn({ username: 'grace@example.com', password, rememberMe: false })
    expect(session(auth).email).toBe(email)
  })
})

describe('an answer that Cognito does not accept', () => {
  async function asked() {
    const testPool = await startDevicePool(ifTrusted)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    return { testPool, auth, trust: expectChallenge(auth.getState(), 'trustDevice') }
  }

  it('is asked again after a failure of the network', async () => {
    const { testPool, auth, trust } = await asked()
    testPool.answerInstead('UpdateDeviceStatus', () => Response.error())
    expect(await errorCode(trust.answer({ trust: true }))).toBe('network')
    testPool.recover()
    await expectChallenge(auth.getState(), 'trustDevice').answer({ trust: true })
    expect(devicesOf(testPool)).toMatchObject([{ remembered: true }])
  })

  it('is not asked again after a refusal: the user could do nothing about it', async () => {
    const { testPool, auth, trust } = await asked()
    testPool.answerInstead('UpdateDeviceStatus', () =>
      Response.json({ __type: 'InvalidParameterException', message: 'No.' }, { status: 400 }),
    )
    await trust.answer({ trust: true })
    expect(session(auth).email).toBe(email)
  })
})
