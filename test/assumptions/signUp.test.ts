import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import type { Assumptions } from '#local-cognito/assumptions.ts'
import { expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'
import { describeAnswers } from './describeAnswers.ts'
import { email, enterPassword, enterSentCode, password, signedIn } from './journey.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** A pool with a password or a code by email, whose portal begins with the username. */
async function start(assumptions: Partial<Assumptions>) {
  const testPool = await startCognito({
    assumptions,
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  return { testPool, auth: openBrowser(testPool.config).openTab().auth }
}

const confirm = (testPool: TestPool, auth: Auth) =>
  expectChallenge(auth.getState(), 'confirmSignUp').answer({ code: testPool.codeFor(email) })

describeAnswers('expiredSignUpSession', (assumptions) => {
  it('a sign-up is confirmed by a code that comes after its session has expired', async () => {
    const { testPool, auth } = await start(assumptions)
    await auth.signUp({ username: email, password, attributes: {} })
    vi.setSystemTime(Date.now() + 16 * 60_000)
    await confirm(testPool, auth)
    expect(signedIn(auth).email).toBe(email)
  })

  it('so is one without a password, which then signs in by code', async () => {
    const { testPool, auth } = await start(assumptions)
    await auth.signUp({ username: email, attributes: {} })
    vi.setSystemTime(Date.now() + 16 * 60_000)
    await confirm(testPool, auth)
    expect((await signInByCode(testPool, auth)).email).toBe(email)
  })
})

describeAnswers('confirmSignUpSession', (assumptions) => {
  it('a confirmed sign-up signs in with its password', async () => {
    const { testPool, auth } = await start(assumptions)
    await auth.signUp({ username: email, password, attributes: {} })
    await confirm(testPool, auth)
    expect(signedIn(auth).email).toBe(email)
  })

  it('one without a password is signed in, or told to sign in', async () => {
    const { testPool, auth } = await start(assumptions)
    await auth.signUp({ username: email, attributes: {} })
    await confirm(testPool, auth)
    expect((await signInByCode(testPool, auth)).email).toBe(email)
  })
})

describeAnswers('unconfirmedUserAuth', (assumptions) => {
  it('a user who closed the tab before the code came can still confirm', async () => {
    const { testPool, auth: before } = await start(assumptions)
    await before.signUp({ username: email, password, attributes: {} })
    const { auth } = openBrowser(testPool.config).openTab()
    await auth.startUserAuth({ username: email, rememberMe: false })
    await enterPassword(auth)
    await confirm(testPool, auth)
    expect((await signInByPassword(auth)).email).toBe(email)
  })

  it('also where the portal prefers the password', async () => {
    const { testPool, auth: before } = await start(assumptions)
    await before.signUp({ username: email, password, attributes: {} })
    const { auth } = openBrowser(testPool.config).openTab()
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await enterPassword(auth)
    await confirm(testPool, auth)
    expect((await signInByPassword(auth)).email).toBe(email)
  })
})

describeAnswers('resetRequiredUserAuth', (assumptions) => {
  it('a user whose password an administrator has reset sets a new one', async () => {
    const { testPool, auth } = await start(assumptions)
    await testPool.createUser(email, password)
    await testPool.call('AdminResetUserPassword', { Username: email })
    await auth.startUserAuth({ username: email, rememberMe: false })
    await enterPassword(auth)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    await challenge.answer({ code: testPool.codeFor(email), newPassword: 'Another-Horse-2' })
    expect(signedIn(auth).email).toBe(email)
  })
})

/** Signs in where the confirmation has not done so; it then says that the account is confirmed. */
async function signInByCode(testPool: TestPool, auth: Auth) {
  if (isConfirmed(auth)) {
    await auth.startUserAuth({ username: email, rememberMe: false })
    await enterSentCode(testPool, auth)
  }
  return signedIn(auth)
}

async function signInByPassword(auth: Auth) {
  if (isConfirmed(auth)) {
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await enterPassword(auth)
  }
  return signedIn(auth)
}

function isConfirmed(auth: Auth): boolean {
  const state = auth.getState()
  return state.status === 'signedOut' && state.reason === 'confirmed'
}
