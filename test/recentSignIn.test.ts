import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Secret, TOTP } from 'otpauth'
import type { Auth } from '#auth/auth.ts'
import type { Answer } from '#auth/state.ts'
import type { PortalConfig } from '#config/portalConfig.ts'
import type { AccountAction } from '#vault/protocol/accountActions.ts'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// The vault itself refuses sensitive actions without a recent sign-in: a script in the page can send it any message.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const minutes = 60_000
const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)
const ada = { username: 'ada@example.com', password: 'Correct-Horse-1', rememberMe: false }

function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

async function signedInFor(milliseconds: number) {
  const testPool = await startCognito()
  await testPool.createUser(ada.username, ada.password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.signIn(ada)
  pass(milliseconds)
  return { testPool, auth }
}

const email = { Name: 'email', Value: 'eve@example.com' }
const phone = { Name: 'phone_number', Value: '+4915112345678' }

/** Each sensitive action that a message can ask for. */
const sensitive: [AccountAction, object][] = [
  ['AssociateSoftwareToken', {}],
  ['VerifySoftwareToken', { UserCode: '000000' }],
  ['SetUserMFAPreference', { EmailMfaSettings: { Enabled: true } }],
  ['StartWebAuthnRegistration', {}],
  ['CompleteWebAuthnRegistration', { Credential: {} }],
  ['DeleteWebAuthnCredential', { CredentialId: 'a' }],
  ['UpdateUserAttributes', { UserAttributes: [email] }],
  ['UpdateUserAttributes', { UserAttributes: [{ Name: 'name', Value: 'Eve' }, phone] }],
  // A String is cloned as an object, and becomes a text again on its way to Cognito.
  ['UpdateUserAttributes', { UserAttributes: [{ ...email, Name: new String('email') }] }],
  ['DeleteUserAttributes', { UserAttributeNames: ['locale', 'phone_number'] }],
  ['ChangePassword', { ProposedPassword: 'Another-Horse-2' }],
]

describe('eleven minutes after the sign-in', () => {
  it.each(sensitive)('%s is refused: %j', async (action, input) => {
    const { auth } = await signedInFor(11 * minutes)
    let code: unknown
    const called = await network.actionsDuring(async () => {
      code = await errorCode(session(auth).callCognito(action, input))
    })
    expect(code).toBe('recentSignInRequired')
    expect(called).toEqual([])
  })

  it('so are the deletion and a change of second factors', async () => {
    const { auth } = await signedInFor(11 * minutes)
    expect(await errorCode(session(auth).deleteUser())).toBe('recentSignInRequired')
    const change = { factor: 'EMAIL_OTP', enabled: true } as const
    expect(await errorCode(session(auth).setMfaPreference(change))).toBe('recentSignInRequired')
    expect(auth.getState().status).toBe('signedIn')
  })

  it('a renewal of the tokens is no sign-in', async () => {
    const { auth } = await signedInFor(11 * minutes)
    await session(auth).renewTokens()
    expect(await errorCode(session(auth).deleteUser())).toBe('recentSignInRequired')
  })

  it('a wrong password changes nothing, the right one allows all of it', async () => {
    const { auth } = await signedInFor(11 * minutes)
    expect(await errorCode(session(auth).reauthenticate('Wrong-Horse-1'))).toBe(
      'incorrectCredentials',
    )
    expect(await errorCode(session(auth).deleteUser())).toBe('recentSignInRequired')
    await session(auth).reauthenticate(ada.password)
    for (const [action, input] of sensitive.slice(0, 9)) {
      expect(await errorCode(session(auth).callCognito(action, input))).not.toBe(
        'recentSignInRequired',
      )
    }
    await session(auth).deleteUser()
    expect(auth.getState()).toEqual({ status: 'signedOut', reason: 'accountDeleted' })
  })

  it('what changes neither needs no proof: a name, a session, a device', async () => {
    const { auth } = await signedInFor(11 * minutes)
    const { callCognito, setMfaPreference } = session(auth)
    const UserAttributes = [{ Name: 'name', Value: 'Ada' }]
    await callCognito('UpdateUserAttributes', { UserAttributes })
    await callCognito('DeleteUserAttributes', { UserAttributeNames: ['name'] })
    await setMfaPreference({})
    expect(await errorCode(callCognito('RevokeUserSession', { SessionId: 'a' }))).not.toBe(
      'recentSignInRequired',
    )
  })
})

describe('ChangePassword', () => {
  it('has its own proof: the current password', async () => {
    const { auth } = await signedInFor(11 * minutes)
    const { callCognito } = session(auth)
    const wrong = { PreviousPassword: 'Wrong-Horse-1', ProposedPassword: 'Another-Horse-2' }
    expect(await errorCode(callCognito('ChangePassword', wrong))).toBe('incorrectCredentials')
    await callCognito('ChangePassword', { ...wrong, PreviousPassword: ada.password })
    await session(auth).reauthenticate('Another-Horse-2')
  })

  it('does not take anything for the current password of a user without one', async () => {
    const testPool = await startCognito({
      pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    })
    const { auth } = openBrowser(testPool.config).openTab()
    await auth.signUp({ username: ada.username, attributes: {} })
    await expectChallenge(auth.getState(), 'confirmSignUp').answer({
      code: testPool.codeFor(ada.username),
    })
    pass(11 * minutes)
    const passwords = { PreviousPassword: 'Any-Horse-1', ProposedPassword: 'Another-Horse-2' }
    const change = session(auth).callCognito('ChangePassword', passwords)
    expect(await errorCode(change)).toBe('recentSignInRequired')
  })
})

describe('with authentication levels', () => {
  const level = (name: string) => `urn:cognito:loa:${name}`

  async function signedInByPassword(acrValues: string) {
    const testPool = await startCognito({ client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] } })
    await testPool.call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'OPTIONAL',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    })
    await testPool.createUser(ada.username, ada.password)
    const signIn: PortalConfig['signIn'] = {
      ...testPool.config.signIn,
      flow: 'USER_AUTH',
      acrValues,
    }
    const { auth } = openBrowser({ ...testPool.config, signIn }).openTab()
    await auth.startUserAuth({ ...ada, preferred: 'PASSWORD' })
    await expectChallenge(auth.getState(), 'password').answer({ password: ada.password })
    return auth
  }

  const deleteUser = (auth: Auth) => errorCode(session(auth).deleteUser())

  it('a recent sign-in on a lower level is not enough; the level that the user can reach is', async () => {
    const acrValues = `${level('4')} ${level('1')}`
    const auth = await signedInByPassword(acrValues)
    expect(await deleteUser(auth)).toBe('recentSignInRequired')
    // The lower level by itself, asked for by a script.
    await session(auth).stepUp({ acrValues: level('1'), maxAgeSeconds: 600 })
    expect(await deleteUser(auth)).toBe('recentSignInRequired')
    // Cognito says that this user has nothing better.
    expect(await session(auth).stepUp({ acrValues, maxAgeSeconds: 600 })).toEqual({})
    expect(await deleteUser(auth)).toBe('admitted')
  })

  it('the level that was reached is enough, for as long as it is recent', async () => {
    const acrValues = `${level('4')} ${level('1')}`
    const auth = await signedInByPassword(acrValues)
    const stepUp = () => session(auth).stepUp({ acrValues, maxAgeSeconds: 600 })
    await stepUp()
    const { SecretCode = '' } = await session(auth).callCognito('AssociateSoftwareToken', {})
    const codeNow = () => new TOTP({ secret: Secret.fromBase32(SecretCode) }).generate()
    await session(auth).callCognito('VerifySoftwareToken', { UserCode: codeNow() })
    await session(auth).setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: true })
    pass(11 * minutes)
    expect(await deleteUser(auth)).toBe('recentSignInRequired')
    const answers: Record<string, Answer> = {
      totpCode: { kind: 'totpCode', code: codeNow() },
      password: { kind: 'password', password: ada.password },
    }
    const answerTo = (kind: string): Answer =>
      answers[kind] ?? { kind: 'chooseMethod', method: 'PASSWORD' }
    let step = await stepUp()
    for (let asked = 0; step.challenge && asked < 3; asked += 1) {
      step = await session(auth).answerReauthentication(answerTo(step.challenge.kind))
    }
    expect(await deleteUser(auth)).toBe('admitted')
  })
})
