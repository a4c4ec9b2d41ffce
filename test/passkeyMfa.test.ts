import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TOTP } from 'otpauth'
import { authenticateWithPasskey } from '#auth/authenticateWithPasskey.ts'
import { registerPasskey } from '#auth/registerPasskey.ts'
import type { Session } from '#auth/state.ts'
import { attributesOf, errorCode, expectChallenge } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// A passkey beside a second factor: Cognito accepts it only where pool and user let it count as MFA.

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  plugInAuthenticator()
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const multiFactor = 'MULTI_FACTOR_WITH_USER_VERIFICATION'

interface Setting {
  FactorConfiguration?: string
  /** What the portal's config says about that. */
  passkeyMfa?: boolean
  MfaConfiguration?: 'ON' | 'OPTIONAL'
}

/** Signs in to a pool with passkeys, apps and codes by email. */
async function open({
  FactorConfiguration = multiFactor,
  passkeyMfa,
  MfaConfiguration = 'OPTIONAL',
}: Setting = {}) {
  const testPool = await startCognito({
    pool: {
      Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: 'admin_only', Priority: 1 }] },
    },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  const mfa = {
    SoftwareTokenMfaConfiguration: { Enabled: true },
    EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
    WebAuthnConfiguration: {
      RelyingPartyId: 'localhost',
      UserVerification: 'required',
      FactorConfiguration,
    },
  }
  await testPool.call('SetUserPoolMfaConfig', { MfaConfiguration: 'OPTIONAL', ...mfa })
  await testPool.createUser(email, password)
  const { signIn } = testPool.config
  const config = {
    ...testPool.config,
    signIn: { ...signIn, ...(passkeyMfa !== undefined && { passkeyMfa }) },
  }
  const tab = openBrowser(config).openTab()
  await tab.auth.signIn({ username: email, password, rememberMe: false })
  if (MfaConfiguration === 'ON')
    await testPool.call('SetUserPoolMfaConfig', { MfaConfiguration, ...mfa })
  return { testPool, tab }
}

function session(tab: Tab): Session {
  const state = tab.auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

/** Adds a passkey as the security page does. */
async function addPasskey({ callCognito, setMfaPreference }: Session) {
  const { CredentialCreationOptions } = await callCognito('StartWebAuthnRegistration', {})
  const made = await registerPasskey(CredentialCreationOptions)
  if (made.status !== 'registered') throw new Error(made.status)
  await callCognito('CompleteWebAuthnRegistration', { Credential: made.credential })
  await setMfaPreference({})
}

/** Sets up an app as the security page does. @returns its secret */
async function setUpApp({ callCognito, setMfaPreference }: Session) {
  const { SecretCode: secret = '' } = await callCognito('AssociateSoftwareToken', {})
  await callCognito('VerifySoftwareToken', { UserCode: codeOf(secret) })
  await setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: true })
  return secret
}

const codeOf = (secret: string) => new TOTP({ secret }).generate({ timestamp: Date.now() })

const settings = async ({ callCognito }: Session) =>
  (await callCognito('GetUserAuthFactors', {})).UserMFASettingList ?? []

/** Signs out, and in again with the username alone. @returns the next step */
async function signInByName(tab: Tab) {
  await session(tab).signOut()
  await tab.auth.startUserAuth({ username: email, rememberMe: false })
  const state = tab.auth.getState()
  return state.status === 'challenge' ? state.challenge : undefined
}

/** Signs out, and in again with the password and a code of the app. */
async function signInByApp(tab: Tab, secret: string) {
  await session(tab).signOut()
  vi.setSystemTime(Date.now() + 60_000)
  await tab.auth.signIn({ username: email, password, rememberMe: false })
  await expectChallenge(tab.auth.getState(), 'totpCode').answer({ code: codeOf(secret) })
}

async function signInByPasskey(tab: Tab) {
  const choice = await signInByName(tab)
  expect(choice).toMatchObject({ kind: 'chooseMethod', methods: ['PASSWORD', 'WEB_AUTHN'] })
  await expectChallenge(tab.auth.getState(), 'chooseMethod').answer({ method: 'WEB_AUTHN' })
  const { options, answer } = expectChallenge(tab.auth.getState(), 'passkey')
  const result = await authenticateWithPasskey(options)
  if (result.status !== 'authenticated') throw new Error(result.status)
  await answer({ credential: result.credential })
  expect(await attributesOf(session(tab))).toMatchObject({ email })
}

/** The user as another program has left them: with a passkey and an app, of which Cognito accepts the app alone. */
async function pausePasskeys(testPool: TestPool) {
  for (const user of testPool.cognito.store.users.values()) if (user.mfa) user.mfa.passkeys = false
}

describe('a passkey still signs in', () => {
  it('after an authenticator app is set up', async () => {
    const { tab } = await open()
    await addPasskey(session(tab))
    expect(await settings(session(tab))).toEqual([])
    await setUpApp(session(tab))
    expect(await settings(session(tab))).toEqual(['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN_MFA'])
    await signInByPasskey(tab)
  })

  it('when it is made after the app', async () => {
    const { tab } = await open()
    await setUpApp(session(tab))
    await addPasskey(session(tab))
    expect(await settings(session(tab))).toEqual(['SOFTWARE_TOKEN_MFA', 'WEB_AUTHN_MFA'])
    await signInByPasskey(tab)
  })

  it('when codes by email are turned on beside the app, and the app is turned off', async () => {
    const { tab } = await open()
    await addPasskey(session(tab))
    await setUpApp(session(tab))
    const { setMfaPreference, callCognito } = session(tab)
    await setMfaPreference({ factor: 'EMAIL_OTP', enabled: true })
    expect(await callCognito('GetUserAuthFactors', {})).toMatchObject({
      UserMFASettingList: ['SOFTWARE_TOKEN_MFA', 'EMAIL_OTP', 'WEB_AUTHN_MFA'],
      PreferredMfaSetting: 'SOFTWARE_TOKEN_MFA',
    })
    await setMfaPreference({ factor: 'EMAIL_OTP', enabled: true, preferred: true })
    await setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: false })
    expect(await callCognito('GetUserAuthFactors', {})).toMatchObject({
      UserMFASettingList: ['EMAIL_OTP', 'WEB_AUTHN_MFA'],
      PreferredMfaSetting: 'EMAIL_OTP',
    })
    await signInByPasskey(tab)
  })

  it.each(['ON', 'OPTIONAL'] as const)(
    'after a sign-in with the app, in an account that was left without it (MFA is %s)',
    async (MfaConfiguration) => {
      const { tab, testPool } = await open({ MfaConfiguration })
      await addPasskey(session(tab))
      const secret = await setUpApp(session(tab))
      await pausePasskeys(testPool)
      expect(await signInByName(tab)).toMatchObject({ kind: 'password' })
      await tab.auth.signIn({ username: email, password, rememberMe: false })
      vi.setSystemTime(Date.now() + 60_000)
      await expectChallenge(tab.auth.getState(), 'totpCode').answer({ code: codeOf(secret) })
      await vi.waitFor(async () => expect(await settings(session(tab))).toContain('WEB_AUTHN_MFA'))
      await signInByPasskey(tab)
    },
  )
})

describe('a passkey as second factor', () => {
  it('is turned off with the last factor, which needs no passkey any more', async () => {
    const { tab } = await open()
    await addPasskey(session(tab))
    await setUpApp(session(tab))
    await session(tab).setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: false })
    expect(await settings(session(tab))).toEqual([])
    await signInByPasskey(tab)
  })

  it('can be turned off, which a later sign-in with the app respects, and on again', async () => {
    const { tab } = await open()
    await addPasskey(session(tab))
    const secret = await setUpApp(session(tab))
    await session(tab).setMfaPreference({ factor: 'WEB_AUTHN_MFA', enabled: false })
    expect(await settings(session(tab))).toEqual(['SOFTWARE_TOKEN_MFA'])
    const actions = await network.actionsDuring(() => signInByApp(tab, secret))
    expect(actions).not.toContain('SetUserMFAPreference')
    await session(tab).setMfaPreference({ factor: 'EMAIL_OTP', enabled: true })
    expect(await settings(session(tab))).not.toContain('WEB_AUTHN_MFA')
    await session(tab).setMfaPreference({ factor: 'WEB_AUTHN_MFA', enabled: true })
    await signInByPasskey(tab)
  })

  it.each([
    ['by the config, without being asked', false, ['SetUserMFAPreference']],
    ['by Cognito', undefined, ['SetUserMFAPreference', 'SetUserMFAPreference']],
  ])(
    'does not stop the app where the pool does not allow it: known %s',
    async (_, passkeyMfa, sent) => {
      const { tab } = await open({
        FactorConfiguration: 'SINGLE_FACTOR',
        ...(passkeyMfa !== undefined && { passkeyMfa }),
      })
      await addPasskey(session(tab))
      const actions = await network.actionsDuring(() => setUpApp(session(tab)))
      expect(actions.filter((action) => action === 'SetUserMFAPreference')).toEqual(sent)
      expect(await settings(session(tab))).toEqual(['SOFTWARE_TOKEN_MFA'])
      const on = session(tab).setMfaPreference({ factor: 'WEB_AUTHN_MFA', enabled: true })
      expect(await errorCode(on)).toBe('misconfigured')
    },
  )

  it('is not asked for by a user without passkeys', async () => {
    const { tab } = await open()
    const secret = await setUpApp(session(tab))
    expect(await settings(session(tab))).toEqual(['SOFTWARE_TOKEN_MFA'])
    await signInByApp(tab, secret)
    expect(await settings(session(tab))).toEqual(['SOFTWARE_TOKEN_MFA'])
  })
})
