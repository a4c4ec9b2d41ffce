import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import {
  email,
  ifTrusted,
  open,
  password,
  session,
  signIn,
  startDevicePool,
  submitCode,
} from '#test/support/deviceFixture.ts'
import { attributesOf, expectChallenge } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { startCognito } from '#test/support/startCognito.ts'

// GetUser, which the vault sends as soon as it has an access token.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

async function startPool() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  return { testPool, ...open(testPool) }
}

const changeName = async (of: ReturnType<typeof session>, Value: string) =>
  of.callCognito('UpdateUserAttributes', { UserAttributes: [{ Name: 'name', Value }] })

describe('after a sign-in', () => {
  it('the attributes are in the first state, and in no later one', async () => {
    const { auth } = await startPool()
    const actions = await network.actionsDuring(() => signIn(auth))
    expect(actions.filter((action) => action === 'GetUser')).toHaveLength(1)
    const state = auth.getState()
    const attributes = state.status === 'signedIn' ? state.userAttributes : []
    expect(attributes).toContainEqual({ Name: 'email', Value: email })
    await session(auth).renewTokens()
    expect(auth.getState()).not.toHaveProperty('userAttributes')
  })

  it('they come after the question whether to trust the device', async () => {
    const testPool = await startDevicePool(ifTrusted)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    await expectChallenge(auth.getState(), 'trustDevice').answer({ trust: false })
    expect(auth.getState()).toHaveProperty('userAttributes')
  })

  it('a page asks again if GetUser failed', async () => {
    const { testPool, auth } = await startPool()
    testPool.answerInstead('GetUser', () => Response.json({}, { status: 500 }))
    await signIn(auth)
    expect(auth.getState()).toMatchObject({ status: 'signedIn' })
    expect(auth.getState()).not.toHaveProperty('userAttributes')
    testPool.recover()
    expect(await attributesOf(session(auth))).toMatchObject({ email })
  })

  it('a re-authentication does not ask', async () => {
    const { auth } = await startPool()
    await signIn(auth)
    const again = async () => session(auth).reauthenticate(password)
    expect(await network.actionsDuring(again)).not.toContain('GetUser')
  })
})

describe('after a reload', () => {
  async function reload() {
    const { browser, tab, auth } = await startPool()
    await signIn(auth)
    const reloaded = browser.reload(tab)
    await reloaded.auth.restored
    return reloaded.auth
  }

  it('the first GetUser of the page has its answer already', async () => {
    const actions = await network.actionsDuring(async () => {
      const auth = await reload()
      expect(await attributesOf(session(auth))).toMatchObject({ email })
    })
    expect(actions.filter((action) => action === 'GetUser')).toHaveLength(2)
  })

  it('an answer from before a change is not used', async () => {
    const auth = await reload()
    await changeName(session(auth), 'Ada')
    expect(await attributesOf(session(auth))).toMatchObject({ name: 'Ada' })
  })

  it('nor is one that is ten seconds old', async () => {
    const auth = await reload()
    vi.setSystemTime(Date.now() + 10_000)
    const asking = async () => attributesOf(session(auth))
    expect(await network.actionsDuring(asking)).toEqual(['GetUser'])
  })

  it('the second GetUser is asked anew', async () => {
    const auth = await reload()
    await attributesOf(session(auth))
    const asking = async () => attributesOf(session(auth))
    expect(await network.actionsDuring(asking)).toEqual(['GetUser'])
  })

  it('the first state has the attributes of before, and no later one', async () => {
    const auth = await reload()
    expect(auth.getState()).not.toHaveProperty('userAttributes')
    expect(keptBy(auth)).toContainEqual({ Name: 'email', Value: email })
    await session(auth).renewTokens()
    expect(keptBy(auth)).toBeUndefined()
  })

  it('they are those that a page has read last', async () => {
    const { browser, tab, auth } = await startPool()
    await signIn(auth)
    await changeName(session(auth), 'Ada')
    await attributesOf(session(auth))
    const again = browser.reload(tab)
    await again.auth.restored
    expect(keptBy(again.auth)).toContainEqual({ Name: 'name', Value: 'Ada' })
  })

  it('they end with the session', async () => {
    const { testPool, browser, tab, auth } = await startPool()
    await signIn(auth)
    await session(auth).signOut()
    testPool.answerInstead('GetUser', () => Response.json({}, { status: 500 }))
    await signIn(auth)
    const again = browser.reload(tab)
    await again.auth.restored
    expect(again.auth.getState().status).toBe('signedIn')
    expect(keptBy(again.auth)).toBeUndefined()
  })
})

function keptBy(auth: Auth) {
  const state = auth.getState()
  return state.status === 'signedIn' ? state.keptAttributes : undefined
}
