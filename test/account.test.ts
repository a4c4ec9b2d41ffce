import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEncryptedStorage } from '#vault/session/encryptedStorage.ts'
import {
  always,
  devicesOf,
  email,
  submitCode,
  open,
  password,
  session,
  signIn,
  startDevicePool,
} from '#test/support/deviceFixture.ts'
import { expectConsoleError } from '#test/support/setup.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Commands of a signed-in user for their own account.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

async function signedIn() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const { browser, indexedDB, tab } = open(testPool)
  await signIn(tab.auth)
  return { testPool, browser, indexedDB, tab, ada: session(tab.auth) }
}

describe('callCognito', () => {
  it('adds the access token, in place of any that the page sends', async () => {
    const { ada } = await signedIn()
    const input: object = { AccessToken: 'of somebody else' }
    expect((await ada.callCognito('GetUser', input)).Username).toBe(ada.username)
  })

  it('refuses an action that is not an account action, without a call to Cognito', async () => {
    const { testPool, ada } = await signedIn()
    let asked = 0
    testPool.answerInstead('GlobalSignOut', () => {
      asked += 1
      return new Response('{}')
    })
    // Only a page that ignores the types sends this.
    expectConsoleError(/not a valid request/)
    expect(await errorCode(ada.callCognito('GlobalSignOut' as 'GetUser', {}))).toBe('unexpected')
    expect(asked).toBe(0)
  })

  it('refuses a user who has signed out, also when another user has signed in', async () => {
    const { testPool, tab, ada } = await signedIn()
    await ada.signOut()
    await testPool.createUser('grace@example.com', password)
    await tab.auth.signIn({ username: 'grace@example.com', password, rememberMe: false })
    expect(await errorCode(ada.callCognito('GetUser', {}))).toBe('notSignedIn')
    expect(await errorCode(ada.claims())).toBe('notSignedIn')
    expect(await errorCode(ada.deleteUser())).toBe('notSignedIn')
    expect(await attributesOf(session(tab.auth))).toMatchObject({ email: 'grace@example.com' })
  })

  it.each([
    ['Wrong-Horse-1', 'Another-Horse-2', 'incorrectCredentials'],
    [password, 'short', 'passwordTooWeak'],
    [password, 'Another-Horse-2', 'admitted'],
  ])('maps the result of ChangePassword: from %s to %s is %s', async (before, after, code) => {
    const { ada, tab } = await signedIn()
    const change = { PreviousPassword: before, ProposedPassword: after }
    expect(await errorCode(ada.callCognito('ChangePassword', change))).toBe(code)
    expect(tab.auth.getState().status).toBe('signedIn')
  })

  it('says that a device does not exist any more', async () => {
    const testPool = await startDevicePool(always)
    const { auth } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    const DeviceKey = 'us-east-1_00000000-0000-4000-8000-000000000000'
    expect(await errorCode(session(auth).callCognito('ForgetDevice', { DeviceKey }))).toBe('gone')
  })
})

describe('forgetting a device', () => {
  it('removes it at Cognito and here; the next sign-in registers it again', async () => {
    const testPool = await startDevicePool(always)
    const { auth, indexedDB } = open(testPool)
    await signIn(auth)
    await submitCode(testPool, auth)
    const { access } = await session(auth).claims()
    await session(auth).forgetDevice(String(access['device_key']))
    expect(devicesOf(testPool)).toEqual([])
    const { userPoolId, userPoolClientId } = testPool.config.cognito
    const disk = createEncryptedStorage(indexedDB, `gatehouse:${userPoolId}:${userPoolClientId}`)
    expect((await disk.read('devices'))?.value).toEqual([])
    await session(auth).signOut()
    await signIn(auth)
    await submitCode(testPool, auth)
    expect(devicesOf(testPool)).toHaveLength(1)
  })
})

describe('the claims', () => {
  it('are those of the tokens, without the tokens', async () => {
    const { ada, tab } = await signedIn()
    const { id, access } = await ada.claims()
    expect(id).toMatchObject({ email, token_use: 'id', sub: ada.userId })
    expect(access).toMatchObject({ token_use: 'access', username: ada.username })
    expect(JSON.stringify(tab.receivedMessages)).not.toContain('eyJ')
  })

  it('show a changed attribute after the tokens are renewed', async () => {
    const { ada, tab } = await signedIn()
    const next = 'lovelace@example.com'
    const UserAttributes = [{ Name: 'email', Value: next }]
    await ada.callCognito('UpdateUserAttributes', { UserAttributes })
    expect(session(tab.auth).email).toBe(email)
    await session(tab.auth).renewTokens()
    expect(session(tab.auth).email).toBe(next)
  })
})

describe('signing out everywhere', () => {
  it('ends this session and every other', async () => {
    const { testPool, ada, tab } = await signedIn()
    const elsewhere = open(testPool).auth
    await signIn(elsewhere)
    await ada.signOutEverywhere()
    expect(tab.auth.getState()).toEqual({ status: 'signedOut', reason: 'signedOutHere' })
    expect(await errorCode(session(elsewhere).callCognito('GetUser', {}))).toBe('notSignedIn')
    expect(elsewhere.getState()).toMatchObject({ status: 'signedOut', reason: 'revoked' })
  })
})

describe('deleting the account', () => {
  it('ends the session in every tab, and leaves nothing on disk', async () => {
    const testPool = await startDevicePool(always)
    const { browser, indexedDB, tab } = open(testPool)
    await signIn(tab.auth)
    await submitCode(testPool, tab.auth)
    const second = browser.openTab()
    await second.auth.restored
    await session(tab.auth).deleteUser()
    expect(tab.auth.getState()).toEqual({ status: 'signedOut', reason: 'accountDeleted' })
    await vi.waitFor(() => expect(second.auth.getState().status).toBe('signedOut'))
    expect(testPool.cognito.store.users.size).toBe(0)

    const { userPoolId, userPoolClientId } = testPool.config.cognito
    const disk = createEncryptedStorage(indexedDB, `gatehouse:${userPoolId}:${userPoolClientId}`)
    expect((await disk.read('devices'))?.value).toEqual([])
    expect(await disk.read('session')).toBeUndefined()
    expect(await errorCode(signIn(tab.auth))).toBe('incorrectCredentials')
  })

  it('succeeds at the next try when the first response was lost', async () => {
    const { testPool, ada, tab } = await signedIn()
    await testPool.call('AdminDeleteUser', { Username: email })
    await ada.deleteUser()
    expect(tab.auth.getState()).toEqual({ status: 'signedOut', reason: 'accountDeleted' })
  })

  it('changes nothing when Cognito refuses', async () => {
    const { testPool, ada, tab } = await signedIn()
    testPool.answerInstead('DeleteUser', () => new Response('no', { status: 503 }))
    expect(await errorCode(ada.deleteUser())).toBe('serviceUnavailable')
    expect(tab.auth.getState().status).toBe('signedIn')
    expect(await attributesOf(session(tab.auth))).toMatchObject({ email })
  })
})
