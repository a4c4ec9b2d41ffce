import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Assumptions } from '#local-cognito/assumptions.ts'
import { always, devicesOf, startDevicePool } from '#test/support/deviceFixture.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'
import { describeAnswers } from './describeAnswers.ts'
import { email, enterPassword, enterSentCode, password, signedIn } from './journey.ts'

const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'

const appCode = () =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() })

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

/** A pool with every first factor and an optional app, and Ada. */
async function start(assumptions: Partial<Assumptions>, mfa: object = {}) {
  const testPool = await startCognito({
    assumptions,
    pool: {
      Policies: {
        SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP', 'WEB_AUTHN'] },
      },
    },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
    ...mfa,
  })
  await testPool.createUser(email, password)
  return { testPool, auth: openBrowser(testPool.config).openTab().auth }
}

function ada(testPool: TestPool) {
  const [user] = testPool.cognito.store.users.values()
  if (!user) throw new Error('There is no user.')
  return user
}

/** Lets Ada have an app, which is asked for at every sign-in. */
function addApp(testPool: TestPool) {
  const user = ada(testPool)
  user.softwareToken = { secret }
  user.mfa = { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA' }
}

/** Leaves Ada with codes by email as her only factor. */
function removePassword(testPool: TestPool) {
  delete ada(testPool).verifier
}

const codesSent = ({ cognito }: TestPool) => cognito.store.messages.length

describeAnswers('passkeyBeforeMfa', (assumptions) => {
  it('a user with a passkey and an app gets in by password and code where passkeys are preferred', async () => {
    const { testPool, auth } = await start(assumptions)
    addApp(testPool)
    const passkey = { id: 'AAAA', publicKey: 'AAAA', counter: 0, transports: [], name: 'Key' }
    ada(testPool).passkeys = [{ ...passkey, rpId: 'localhost', createdAt: Date.now() }]
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'WEB_AUTHN' })
    await enterPassword(auth)
    await expectChallenge(auth.getState(), 'totpCode').answer({ code: appCode() })
    expect(signedIn(auth).email).toBe(email)
  })
})

describeAnswers('onlyFactor', (assumptions) => {
  it('a user with nothing but an address is sent one code', async () => {
    const { testPool, auth } = await start(assumptions)
    removePassword(testPool)
    await auth.startUserAuth({ username: email, rememberMe: false })
    expect(codesSent(testPool)).toBe(1)
    await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
    expect(signedIn(auth).email).toBe(email)
  })
})

describeAnswers('preferredNotOwned', (assumptions) => {
  it('an offer of passkeys while a name is typed sends no code besides the one that is asked for', async () => {
    const { testPool, auth } = await start(assumptions)
    removePassword(testPool)
    expect(await auth.offerPasskey({ username: email, rememberMe: false })).toEqual({})
    await auth.startUserAuth({ username: email, rememberMe: false })
    expect(codesSent(testPool)).toBe(1)
    await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
    expect(signedIn(auth).email).toBe(email)
  })
})

describeAnswers('wrongMfaCode', (assumptions) => {
  it('a wrong code of an app can be corrected', async () => {
    const { testPool, auth } = await start(assumptions)
    addApp(testPool)
    await auth.signIn({ username: email, password, rememberMe: false })
    const challenge = expectChallenge(auth.getState(), 'totpCode')
    expect(await errorCode(challenge.answer({ code: '000000' }))).toBe('codeMismatch')
    await expectChallenge(auth.getState(), 'totpCode').answer({ code: appCode() })
    expect(signedIn(auth).email).toBe(email)
  })

  it('a wrong code by email can be corrected, or is sent again', async () => {
    const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
    const { testPool, auth } = await start(assumptions, { EmailMfaConfiguration })
    ada(testPool).mfa = { enabled: ['EMAIL_OTP'], preferred: 'EMAIL_OTP' }
    await auth.signIn({ username: email, password, rememberMe: false })
    const challenge = expectChallenge(auth.getState(), 'sentCode')
    expect(await errorCode(challenge.answer({ code: '000000' }))).toBe('codeMismatch')
    await enterSentCode(testPool, auth)
    expect(signedIn(auth).email).toBe(email)
  })
})

describeAnswers('deviceKeyInUserAuth', (assumptions) => {
  it('a browser whose device is remembered signs in where the portal begins with the username', async () => {
    const testPool = await startDevicePool(always, assumptions)
    const { auth } = openBrowser(testPool.config).openTab()
    const signIn = async () => {
      await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
      await enterPassword(auth)
      await enterSentCode(testPool, auth)
      return signedIn(auth)
    }
    await (await signIn()).signOut()
    expect(devicesOf(testPool)).not.toEqual([])
    expect((await signIn()).email).toBe(email)
  })
})

describeAnswers('authenticationLevels', (assumptions) => {
  it('a step-up counts only if the new token has the level', async () => {
    const acrValues = 'urn:cognito:loa:4 urn:cognito:loa:1'
    const { testPool } = await start(assumptions)
    const signIn = { ...testPool.config.signIn, acrValues }
    const { auth } = openBrowser({ ...testPool.config, signIn }).openTab()
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await enterPassword(auth)
    addApp(testPool)
    const steps = { acrValues, maxAgeSeconds: 600 }
    const isAdmitted = (await errorCode(stepUp())) === 'admitted'
    const { access } = await signedIn(auth).claims()
    expect(isAdmitted).toBe(access['acr'] === 'urn:cognito:loa:4')
    expect(signedIn(auth).email).toBe(email)

    async function stepUp() {
      let { challenge } = await signedIn(auth).stepUp(steps)
      const reanswer = signedIn(auth).answerReauthentication
      if (challenge?.kind === 'chooseMethod')
        ({ challenge } = await reanswer({ kind: 'chooseMethod', method: 'PASSWORD' }))
      if (challenge?.kind === 'password')
        ({ challenge } = await reanswer({ kind: 'password', password }))
      vi.setSystemTime(Date.now() + 30_000)
      if (challenge?.kind === 'totpCode') await reanswer({ kind: 'totpCode', code: appCode() })
    }
  })
})
