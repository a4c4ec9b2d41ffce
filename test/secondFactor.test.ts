import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

/** Returns the code that an authenticator app shows now. */
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() })

async function requireMfa(testPool: TestPool, factors: object, mode: 'ON' | 'OPTIONAL' = 'ON') {
  await testPool.call('SetUserPoolMfaConfig', { MfaConfiguration: mode, ...factors })
  await testPool.createUser(email, password)
}

const app = { SoftwareTokenMfaConfiguration: { Enabled: true } }
const mail = { EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' } }

const signIn = (auth: Auth) => auth.signIn({ username: email, password, rememberMe: false })

async function open(testPool: TestPool) {
  const browser = openBrowser(testPool.config)
  const tab = browser.openTab()
  await tab.auth.restored
  return { browser, tab, auth: tab.auth }
}

/** Signs in for the first time in a pool that requires an app. @returns the app's secret. */
async function setUp(auth: Auth): Promise<string> {
  await signIn(auth)
  const challenge = expectChallenge(auth.getState(), 'setUpTotp')
  await challenge.answer({ code: codeOf(challenge.secret), deviceName: 'My phone' })
  return challenge.secret
}

describe('an authenticator app', () => {
  it('is set up where the pool requires it, is asked for from then on, and its codes work once', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, app)
    const { auth } = await open(testPool)
    await signIn(auth)
    const first = expectChallenge(auth.getState(), 'setUpTotp')
    expect(await errorCode(first.answer({ code: '000000', deviceName: '' }))).toBe('codeMismatch')
    await first.answer({ code: codeOf(first.secret), deviceName: 'My phone' })
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
    await state.session.signOut()

    await signIn(auth)
    const challenge = expectChallenge(auth.getState(), 'totpCode')
    expect(challenge).toMatchObject({ deviceName: 'My phone', hasAlternatives: false })
    expect(await errorCode(challenge.answer({ code: codeOf(first.secret) }))).toBe('codeUsed')
    expect(await errorCode(challenge.answer({ code: '000000' }))).toBe('codeMismatch')
    pass(30)
    await challenge.answer({ code: codeOf(first.secret) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('needs no new password when its code comes after the Cognito session has ended', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, app)
    const secret = await setUp((await open(testPool)).auth)
    const { auth } = await open(testPool)
    await signIn(auth)
    const challenge = expectChallenge(auth.getState(), 'totpCode')
    pass(300)
    await challenge.answer({ code: codeOf(secret) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('gets another secret when the set-up took too long', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, app)
    const { auth } = await open(testPool)
    await signIn(auth)
    const late = expectChallenge(auth.getState(), 'setUpTotp')
    pass(300)
    const answer = late.answer({ code: codeOf(late.secret), deviceName: '' })
    expect(await errorCode(answer)).toBe('startedAgain')
    const anew = expectChallenge(auth.getState(), 'setUpTotp')
    expect(anew.secret).not.toBe(late.secret)
    await anew.answer({ code: codeOf(anew.secret), deviceName: '' })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('does not survive a reload, which shows the username and says why', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, app)
    const { browser, tab, auth } = await open(testPool)
    await setUp(auth)
    const { auth: other } = browser.openTab()
    await other.restored
    const state = other.getState()
    if (state.status === 'signedIn') await state.session.signOut()
    await signIn(auth)
    expectChallenge(auth.getState(), 'totpCode')
    const reloaded = browser.reload(tab)
    await reloaded.auth.restored
    expect(reloaded.auth.getState()).toEqual({
      status: 'signedOut',
      reason: 'interrupted',
      username: email,
    })
  })
})

describe('a code by email', () => {
  it('shows the masked address, can be corrected, and can be sent again', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, mail)
    const { auth } = await open(testPool)
    await signIn(auth)
    const challenge = expectChallenge(auth.getState(), 'sentCode')
    expect(challenge).toMatchObject({
      medium: 'EMAIL',
      delivery: { destination: 'a***@e***' },
    })
    const first = testPool.codeFor(email)
    expect(await errorCode(challenge.answer({ code: '000000' }))).toBe('codeMismatch')
    expect(await challenge.resend()).toMatchObject({ destination: 'a***@e***' })
    const anew = expectChallenge(auth.getState(), 'sentCode')
    expect(await errorCode(anew.answer({ code: first }))).toBe('codeMismatch')
    await anew.answer({ code: testPool.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('is sent again by itself when the Cognito session is over', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, mail)
    const { auth } = await open(testPool)
    await signIn(auth)
    const late = testPool.codeFor(email)
    pass(300)
    expect(
      await errorCode(expectChallenge(auth.getState(), 'sentCode').answer({ code: late })),
    ).toBe('startedAgain')
    await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })
})

describe('several second factors', () => {
  it('can be chosen, and chosen again', async () => {
    const testPool = await startCognito()
    await requireMfa(testPool, { ...app, ...mail }, 'OPTIONAL')
    const [user] = testPool.cognito.store.users.values()
    if (!user) throw new Error('nobody is there')
    user.softwareToken = { secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP' }
    user.mfa = { enabled: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP'] }
    const { auth } = await open(testPool)
    await signIn(auth)
    const choice = expectChallenge(auth.getState(), 'chooseMethod')
    expect(choice.methods.toSorted()).toEqual(['EMAIL_OTP', 'SOFTWARE_TOKEN_MFA'])
    await choice.answer({ method: 'EMAIL_OTP' })
    const sent = expectChallenge(auth.getState(), 'sentCode')
    expect(sent.hasAlternatives).toBe(true)
    await sent.tryAnotherMethod()
    await expectChallenge(auth.getState(), 'chooseMethod').answer({ method: 'SOFTWARE_TOKEN_MFA' })
    const { secret } = user.softwareToken
    await expectChallenge(auth.getState(), 'totpCode').answer({ code: codeOf(secret) })
    expect(auth.getState().status).toBe('signedIn')
  })
})
