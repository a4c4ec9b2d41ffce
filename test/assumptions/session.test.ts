import { QueryClient } from '@tanstack/react-query'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { logoutUrl } from '#account/logoutUrl.ts'
import { factorsQuery } from '#account/security/securityQueries.ts'
import { sessionsQuery } from '#account/sessions/sessionsQuery.ts'
import type { Auth } from '#auth/auth.ts'
import type { Assumptions } from '#local-cognito/assumptions.ts'
import { always } from '#test/support/deviceFixture.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { openGoogle } from '#test/support/openGoogle.ts'
import { type PoolSettings, startCognito } from '#test/support/startCognito.ts'
import { describeAnswers } from './describeAnswers.ts'
import { email, enterPassword, password, signedIn } from './journey.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const minutes = 60_000

const pass = (duration: number) => void vi.setSystemTime(Date.now() + duration)

/** Signs Ada in to a pool of her own. */
async function start(assumptions: Partial<Assumptions>, settings: PoolSettings = {}) {
  const testPool = await startCognito({ assumptions, ...settings })
  await testPool.createUser(email, password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.signIn({ username: email, password, rememberMe: false })
  return { testPool, auth }
}

/** Signs Ada in over the domain. */
async function startFederated(assumptions: Partial<Assumptions>, settings: PoolSettings = {}) {
  const google = await openGoogle({ assumptions, ...settings })
  await google.auth.finishFederatedSignIn({ query: await google.comeBack(await google.leave()) })
  return google
}

/** Lets time-outs pass twenty times as fast. @returns undoes it */
function shortenTimeouts() {
  const timeout = AbortSignal.timeout.bind(AbortSignal)
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 20))
  return () => spy.mockRestore()
}

describeAnswers('lateRotation', (assumptions) => {
  it.each([6, 45])('a session survives a renewal that takes %d seconds', async (seconds) => {
    const RefreshTokenRotation = { Feature: 'ENABLED', RetryGracePeriodSeconds: 60 } as const
    const { testPool, auth } = await start(assumptions, { client: { RefreshTokenRotation } })
    const restoreTimeouts = shortenTimeouts()
    onTestFinished(restoreTimeouts)
    const operation = 'GetTokensFromRefreshToken'
    const delayMs = (seconds * 1000) / 20
    await fetch(`${testPool.origin}/_local/faults`, {
      method: 'PUT',
      body: JSON.stringify([{ operation, delayMs, times: 1 }]),
    })
    pass(20 * minutes)
    await errorCode(signedIn(auth).callCognito('GetUser', {}))
    // The first answer has come by then, in whichever order.
    await new Promise((resolve) => setTimeout(resolve, delayMs))
    restoreTimeouts()
    pass(20 * minutes)
    expect(await attributesOf(signedIn(auth))).toMatchObject({ email })
  })
})

describeAnswers('stepUpFamily', (assumptions) => {
  const acrValues = 'urn:cognito:loa:4 urn:cognito:loa:1'

  /** Signs in with a password, sets up an app, and begins a step-up, which asks for its code. */
  async function startStepUp() {
    const testPool = await startCognito({
      assumptions,
      client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    })
    await testPool.call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    })
    await testPool.createUser(email, password)
    const signIn = { ...testPool.config.signIn, acrValues }
    const { auth } = openBrowser({ ...testPool.config, signIn }).openTab()
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await enterPassword(auth)
    const { callCognito } = signedIn(auth)
    const { SecretCode = '' } = await callCognito('AssociateSoftwareToken', {})
    const code = () => new TOTP({ secret: Secret.fromBase32(SecretCode) }).generate()
    await callCognito('VerifySoftwareToken', { UserCode: code() })
    const SoftwareTokenMfaSettings = { Enabled: true, PreferredMfa: true }
    await callCognito('SetUserMFAPreference', { SoftwareTokenMfaSettings })
    pass(minutes)
    const asked = await signedIn(auth).stepUp({ acrValues, maxAgeSeconds: 600 })
    expect(asked.challenge?.kind).toBe('totpCode')
    const finish = () => signedIn(auth).answerReauthentication({ kind: 'totpCode', code: code() })
    return { testPool, auth, finish }
  }

  async function expectSession(auth: Auth) {
    expect(await attributesOf(signedIn(auth))).toMatchObject({ email })
    pass(20 * minutes)
    expect(await attributesOf(signedIn(auth))).toMatchObject({ email })
  }

  it('a session survives a step-up', async () => {
    const { auth, finish } = await startStepUp()
    await finish()
    await expectSession(auth)
  })

  it('a session survives a step-up that ends before a renewal that began earlier', async () => {
    const { testPool, auth, finish } = await startStepUp()
    let release: () => void = () => undefined
    const released = new Promise<void>((resolve) => (release = resolve))
    let isAnswered = false
    testPool.answerInstead('GetTokensFromRefreshToken', async (request) => {
      const response = await testPool.cognito.handle(request.clone())
      isAnswered = true
      await released
      return response
    })
    const renewal = errorCode(signedIn(auth).renewTokens())
    await vi.waitUntil(() => isAnswered)
    testPool.recover()
    await finish()
    release()
    expect(await renewal).toBe('notSignedIn')
    await expectSession(auth)
  })
})

describeAnswers('identitiesClaim', (assumptions) => {
  it("a user of a provider is signed out at the pool's domain, too", async () => {
    const { auth, config } = await startFederated(assumptions)
    vi.stubGlobal('window', { location: { origin: 'https://app.test' } })
    onTestFinished(() => void vi.unstubAllGlobals())
    const url = logoutUrl(signedIn(auth), config)
    expect(url).toEqual(expect.stringContaining('/logout?client_id='))
  })

  it('a user of the pool is not', async () => {
    const { testPool, auth } = await start(assumptions)
    const federation = { ...testPool.config.federation, domain: 'https://d.test', logout: true }
    expect(logoutUrl(signedIn(auth), { ...testPool.config, federation })).toBe(undefined)
  })
})

describeAnswers('domainRenewal', (assumptions) => {
  it('a user of a provider stays signed in in a pool that tracks devices', async () => {
    const { auth } = await startFederated(assumptions, {
      pool: { DeviceConfiguration: always },
    })
    for (let renewal = 0; renewal < 2; renewal += 1) {
      pass(70 * minutes)
      expect(await attributesOf(signedIn(auth))).toMatchObject({ email })
    }
  })
})

describeAnswers('untrackedSessions', (assumptions) => {
  it('the sessions page says that they are not tracked', async () => {
    const { auth } = await start(assumptions)
    const sessions = new QueryClient().query(sessionsQuery(signedIn(auth)))
    await expect(sessions).resolves.toEqual({ status: 'untracked' })
    expect(signedIn(auth).email).toBe(email)
  })
})

describeAnswers('userAuthFactorsOnLite', (assumptions) => {
  it('the factors are shown, or the page says that the pool does not offer this', async () => {
    const { testPool, auth } = await start(assumptions, {
      client: { RefreshTokenRotation: { Feature: 'DISABLED' } },
    })
    await testPool.call('UpdateUserPool', { UserPoolTier: 'LITE' })
    const factors = new QueryClient().query(factorsQuery(signedIn(auth)))
    expect(['admitted', 'misconfigured']).toContain(await errorCode(factors))
    expect(signedIn(auth).email).toBe(email)
  })
})
