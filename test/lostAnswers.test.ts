import { startRegistration } from '@simplewebauthn/browser'
import { HttpResponse } from 'msw'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { always, devicesOf } from '#test/support/deviceFixture.ts'
import { attributesOf, errorCode, expectChallenge } from '#test/support/expectations.ts'
import { fakeTimers, untilSettled } from '#test/support/movedTime.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { plugInAuthenticator } from '#test/support/softwareAuthenticator.ts'
import { startCognito, type PoolSettings, type TestPool } from '#test/support/startCognito.ts'

// Cognito has done what it was asked, but its answer did not arrive. The next try finds out, and says so.

beforeEach(fakeTimers)
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const newPassword = 'Another-Horse-2'

/** What becomes of an answer on its way. */
const losses: [string, () => Response | Promise<Response>, string][] = [
  ['truncated', () => new Response('{"Sess'), 'serviceUnavailable'],
  ['reset', () => HttpResponse.error(), 'network'],
  ['silent', () => new Promise<Response>(() => undefined), 'timeout'],
]

interface Visit {
  testPool: TestPool
  auth: Auth
  /** Whether Cognito has done what it was asked. */
  isDone: boolean
}

type Press = () => Promise<unknown>

interface Scenario {
  settings?: PoolSettings
  /** Comes to the form, and returns what its button does. */
  start: (visit: Visit) => Promise<Press>
  /** Checks what the user is told and what is in force. */
  check: (visit: Visit) => unknown
}

function session({ auth }: Pick<Visit, 'auth'>) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

const expectStatus = (visit: Visit, expected: object) =>
  expect(visit.auth.getState()).toMatchObject(expected)
const signedIn = (visit: Visit) => expectStatus(visit, { status: 'signedIn' })
const codeOf = (secret: string) => new TOTP({ secret: Secret.fromBase32(secret) }).generate()
const credentials = { username: email, password, rememberMe: false }
const userOf = ({ testPool }: Visit) => [...testPool.cognito.store.users.values()][0]

/** Signs in a user of the pool. */
async function enter({ testPool, auth }: Visit) {
  await testPool.createUser(email, password)
  await auth.signIn(credentials)
}

async function startTotp(visit: Visit): Promise<string> {
  await visit.testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  await enter(visit)
  const { SecretCode = '' } = await session(visit).callCognito('AssociateSoftwareToken', {})
  return SecretCode
}

const passkeyPool: PoolSettings = {
  pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'WEB_AUTHN'] } } },
  client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
}

async function makePasskey(visit: Visit) {
  await visit.testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OFF',
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  await enter(visit)
  plugInAuthenticator()
  const { callCognito } = session(visit)
  const { CredentialCreationOptions } = await callCognito('StartWebAuthnRegistration', {})
  type Options = Parameters<typeof startRegistration>[0]['optionsJSON']
  const registration = await startRegistration({
    optionsJSON: CredentialCreationOptions as unknown as Options,
  })
  // AWS types it as any document.
  return registration as unknown as Record<string, string>
}

const signUp = (visit: Visit, username = email) =>
  visit.auth.signUp({ username, password, attributes: username === email ? {} : { email } })

/** One for each action that changes something. */
const scenarios: Record<string, Scenario> = {
  ConfirmForgotPassword: {
    async start({ testPool, auth }) {
      await testPool.createUser(email, password)
      await auth.forgotPassword(email)
      const code = testPool.codeFor(email)
      return () => expectChallenge(auth.getState(), 'resetPassword').answer({ code, newPassword })
    },
    async check(visit) {
      signedIn(visit)
      await session(visit).reauthenticate(newPassword)
    },
  },
  ForgotPassword: {
    async start({ testPool, auth }) {
      await testPool.createUser(email, password)
      return () => auth.forgotPassword(email)
    },
    async check(visit) {
      const code = visit.testPool.codeFor(email)
      await expectChallenge(visit.auth.getState(), 'resetPassword').answer({ code, newPassword })
      signedIn(visit)
    },
  },
  SignUp: {
    start: (visit) => Promise.resolve(() => signUp(visit)),
    async check(visit) {
      const challenge = expectChallenge(visit.auth.getState(), 'confirmSignUp')
      await challenge.answer({ code: visit.testPool.codeFor(email) })
      signedIn(visit)
    },
  },
  'SignUp with a username': {
    settings: { pool: { UsernameAttributes: [], AutoVerifiedAttributes: ['email'] } },
    start: (visit) => Promise.resolve(() => signUp(visit, 'ada')),
    async check(visit) {
      const challenge = expectChallenge(visit.auth.getState(), 'confirmSignUp')
      await challenge.answer({ code: visit.testPool.codeFor(email) })
      signedIn(visit)
    },
  },
  'SignUp in a pool that confirms by itself': {
    settings: {
      pool: { LambdaConfig: { PreSignUp: 'local:test' } },
      triggers: {
        'local:test': {
          PreSignUp(event) {
            Object.assign(event.response, { autoConfirmUser: true, autoVerifyEmail: true })
            return event
          },
        },
      },
    },
    start: (visit) => Promise.resolve(() => signUp(visit)),
    check: signedIn,
  },
  ConfirmSignUp: {
    async start(visit) {
      await signUp(visit)
      const code = visit.testPool.codeFor(email)
      return () => expectChallenge(visit.auth.getState(), 'confirmSignUp').answer({ code })
    },
    check: signedIn,
  },
  'ConfirmSignUp of a sign-up that was sent twice': {
    async start(visit) {
      await signUp(visit)
      // From here on, the page does not say whether the account existed.
      await signUp(visit)
      const code = visit.testPool.codeFor(email)
      return () => expectChallenge(visit.auth.getState(), 'confirmSignUp').answer({ code })
    },
    check: signedIn,
  },
  ResendConfirmationCode: {
    async start(visit) {
      await signUp(visit)
      return () => expectChallenge(visit.auth.getState(), 'confirmSignUp').resend()
    },
    async check(visit) {
      const challenge = expectChallenge(visit.auth.getState(), 'confirmSignUp')
      await challenge.answer({ code: visit.testPool.codeFor(email) })
      signedIn(visit)
    },
  },
  ChangePassword: {
    async start(visit) {
      await enter(visit)
      const passwords = { PreviousPassword: password, ProposedPassword: newPassword }
      return () => session(visit).callCognito('ChangePassword', passwords)
    },
    check: (visit) => session(visit).reauthenticate(newPassword),
  },
  'ChangePassword in a pool that remembers passwords': {
    settings: {
      pool: {
        UserPoolTier: 'PLUS',
        Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } },
      },
    },
    async start(visit) {
      await enter(visit)
      const passwords = { PreviousPassword: password, ProposedPassword: newPassword }
      return () => session(visit).callCognito('ChangePassword', passwords)
    },
    check: (visit) => session(visit).reauthenticate(newPassword),
  },
  UpdateUserAttributes: {
    async start(visit) {
      await enter(visit)
      const UserAttributes = [{ Name: 'email', Value: 'new@example.com' }]
      return () => session(visit).callCognito('UpdateUserAttributes', { UserAttributes })
    },
    check: ({ testPool }) => testPool.codeFor('new@example.com'),
  },
  DeleteUserAttributes: {
    async start(visit) {
      await enter(visit)
      const UserAttributes = [{ Name: 'locale', Value: 'de' }]
      await session(visit).callCognito('UpdateUserAttributes', { UserAttributes })
      const input = { UserAttributeNames: ['locale'] }
      return () => session(visit).callCognito('DeleteUserAttributes', input)
    },
    async check(visit) {
      expect(await attributesOf(session(visit))).not.toHaveProperty('locale')
    },
  },
  GetUserAttributeVerificationCode: {
    async start(visit) {
      await enter(visit)
      return () =>
        session(visit).callCognito('GetUserAttributeVerificationCode', { AttributeName: 'email' })
    },
    check: ({ testPool }) => testPool.codeFor(email),
  },
  CompleteWebAuthnRegistration: {
    settings: passkeyPool,
    async start(visit) {
      const Credential = await makePasskey(visit)
      return () => session(visit).callCognito('CompleteWebAuthnRegistration', { Credential })
    },
    check: (visit) => expect(userOf(visit)?.passkeys).toHaveLength(1),
  },
  DeleteWebAuthnCredential: {
    settings: passkeyPool,
    async start(visit) {
      const Credential = await makePasskey(visit)
      const { callCognito } = session(visit)
      await callCognito('CompleteWebAuthnRegistration', { Credential })
      const { Credentials } = await callCognito('ListWebAuthnCredentials', {})
      const CredentialId = Credentials?.[0]?.CredentialId
      return () => callCognito('DeleteWebAuthnCredential', { CredentialId })
    },
    check: (visit) => expect(userOf(visit)?.passkeys).toEqual([]),
  },
  AssociateSoftwareToken: {
    async start(visit) {
      await startTotp(visit)
      return () => session(visit).callCognito('AssociateSoftwareToken', {})
    },
    check: signedIn,
  },
  VerifySoftwareToken: {
    async start(visit) {
      const UserCode = codeOf(await startTotp(visit))
      return () => session(visit).callCognito('VerifySoftwareToken', { UserCode })
    },
    check: (visit) => expect(userOf(visit)?.mfa?.enabled).toContain('SOFTWARE_TOKEN_MFA'),
  },
  SetUserMFAPreference: {
    async start(visit) {
      const UserCode = codeOf(await startTotp(visit))
      await session(visit).callCognito('VerifySoftwareToken', { UserCode })
      const change = { factor: 'SOFTWARE_TOKEN_MFA', enabled: true } as const
      return () => session(visit).setMfaPreference(change)
    },
    check: (visit) => expect(userOf(visit)?.mfa?.enabled).toContain('SOFTWARE_TOKEN_MFA'),
  },
  ForgetDevice: {
    settings: { pool: { DeviceConfiguration: always } },
    async start(visit) {
      await enter(visit)
      const { access } = await session(visit).claims()
      return () => session(visit).forgetDevice(String(access['device_key']))
    },
    async check(visit) {
      expect(devicesOf(visit.testPool)).toEqual([])
      // This browser has forgotten it, too: it does not offer the device at the next sign-in.
      await session(visit).signOut()
      await visit.auth.signIn(credentials)
      signedIn(visit)
    },
  },
  RevokeUserSession: {
    settings: { pool: { UserPoolTier: 'ESSENTIALS' } },
    async start(visit) {
      await visit.testPool.call('SetUserPoolSessionConfiguration', {
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: 10 },
      })
      await enter(visit)
      await openBrowser(visit.testPool.config).openTab().auth.signIn(credentials)
      const { Sessions = [] } = await session(visit).callCognito('ListUserSessions', {})
      const other = Sessions.find(({ IsCurrentSession }) => !IsCurrentSession)
      const SessionId = other?.SessionId
      return () => session(visit).callCognito('RevokeUserSession', { SessionId })
    },
    async check(visit) {
      const { Sessions } = await session(visit).callCognito('ListUserSessions', {})
      expect(Sessions).toHaveLength(1)
    },
  },
  GlobalSignOut: {
    async start(visit) {
      await enter(visit)
      return () => session(visit).signOutEverywhere()
    },
    check: (visit) => expectStatus(visit, { status: 'signedOut', reason: 'signedOutHere' }),
  },
  'GlobalSignOut before a new sign-in': {
    async start(visit) {
      await enter(visit)
      return () => session(visit).signOutElsewhere(password)
    },
    check: signedIn,
  },
  DeleteUser: {
    async start(visit) {
      await enter(visit)
      return () => session(visit).deleteUser()
    },
    check: (visit) => expectStatus(visit, { status: 'signedOut', reason: 'accountDeleted' }),
  },
}

/** Lets Cognito do the work once, and spoils its answer. */
function loseAnswer(visit: Visit, action: string, answer: () => Response | Promise<Response>) {
  visit.testPool.answerInstead(action, async (request) => {
    const done = await visit.testPool.cognito.handle(request.clone())
    expect(done.status).toBe(200)
    visit.testPool.recover()
    visit.isDone = true
    return answer()
  })
}

async function open(settings: PoolSettings = {}): Promise<Visit> {
  const testPool = await startCognito(settings)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return { testPool, auth, isDone: false }
}

describe.each(Object.entries(scenarios))('%s', (name, { settings, start, check }) => {
  it.each(losses)('whose answer is %s is found out by the next try', async (_, answer, code) => {
    const visit = await open(settings)
    const press = await start(visit)
    const [action = ''] = name.split(' ')
    loseAnswer(visit, action, answer)
    const mayMove = () => visit.isDone && visit.testPool.isIdle()
    expect(await untilSettled(errorCode(press()), mayMove)).toBe(code)
    expect(visit.isDone).toBe(true)
    vi.useRealTimers()
    expect(await errorCode(press())).toBe('admitted')
    await check(visit)
  })
})

describe('a try that did not reach Cognito', () => {
  /** Cognito has done nothing: the refusal of the next try holds. */
  const lostOnItsWay = (visit: Visit, action: string) =>
    visit.testPool.answerInstead(action, () => {
      visit.testPool.recover()
      return HttpResponse.error()
    })

  it('of a reset leaves a wrong code wrong', async () => {
    const visit = await open()
    const { testPool, auth } = visit
    await testPool.createUser(email, password)
    await auth.forgotPassword(email)
    lostOnItsWay(visit, 'ConfirmForgotPassword')
    const answer = { code: '000000', newPassword }
    const press = () => expectChallenge(auth.getState(), 'resetPassword').answer(answer)
    expect(await errorCode(press())).toBe('network')
    expect(await errorCode(press())).toBe('codeMismatch')
    expect(await errorCode(press())).toBe('codeMismatch')
  })

  it.each([
    ['a wrong password wrong', {}, newPassword, 'incorrectCredentials'],
    [
      'a remembered password refused',
      { Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } } },
      password,
      'incorrectCredentials',
    ],
  ])('of a change leaves %s', async (_, pool, ProposedPassword, code) => {
    const visit = await open({ pool: { UserPoolTier: 'PLUS', ...pool } })
    await enter(visit)
    const passwords = { PreviousPassword: 'Wrong-Horse-1', ProposedPassword }
    const press = () => session(visit).callCognito('ChangePassword', passwords)
    lostOnItsWay(visit, 'ChangePassword')
    expect(await errorCode(press())).toBe('network')
    if (ProposedPassword === newPassword) expect(await errorCode(press())).toBe(code)
    await session(visit).reauthenticate(password)
  })

  it('of an app leaves a wrong code wrong, also where another app is in use', async () => {
    const visit = await open()
    const first = await startTotp(visit)
    const { callCognito, setMfaPreference } = session(visit)
    await callCognito('VerifySoftwareToken', { UserCode: codeOf(first) })
    await setMfaPreference({ factor: 'SOFTWARE_TOKEN_MFA', enabled: true })
    await callCognito('AssociateSoftwareToken', {})
    lostOnItsWay(visit, 'VerifySoftwareToken')
    const press = () => callCognito('VerifySoftwareToken', { UserCode: '000000' })
    expect(await errorCode(press())).toBe('network')
    expect(await errorCode(press())).toBe('codeMismatch')
  })

  it('of a deletion leaves the account to the next try', async () => {
    const visit = await open()
    await enter(visit)
    lostOnItsWay(visit, 'DeleteUser')
    expect(await errorCode(session(visit).deleteUser())).toBe('network')
    expect(await errorCode(session(visit).deleteUser())).toBe('admitted')
    expect(visit.testPool.cognito.store.users.size).toBe(0)
  })
})

it('a deletion is known by a token that is refused, too', async () => {
  const visit = await open()
  await enter(visit)
  loseAnswer(visit, 'DeleteUser', () => HttpResponse.error())
  expect(await errorCode(session(visit).deleteUser())).toBe('network')
  visit.testPool.answerInstead('DeleteUser', () =>
    HttpResponse.json(
      { __type: 'NotAuthorizedException', message: 'Access Token has been revoked' },
      { status: 400 },
    ),
  )
  await session(visit).deleteUser()
  expectStatus(visit, { status: 'signedOut', reason: 'accountDeleted' })
})

describe('a link in an email', () => {
  it('whose answer was lost in the tab that waits is tried there again', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const browser = openBrowser(testPool.config)
    const [waiting, ofLink] = [browser.openTab(), browser.openTab()]
    await ofLink.auth.restored
    await waiting.auth.forgotPassword(email)
    const code = testPool.codeFor(email)
    const link = { kind: 'resetPassword', username: email, code, newPassword } as const
    const visit = { testPool, auth: ofLink.auth, isDone: false }
    loseAnswer(visit, 'ConfirmForgotPassword', () => HttpResponse.error())
    vi.useRealTimers()
    expect(await errorCode(ofLink.auth.answerLink(link))).toBe('network')
    expect(await errorCode(ofLink.auth.answerLink(link))).toBe('admitted')
    for (const { auth } of [waiting, ofLink]) await vi.waitFor(() => signedIn({ ...visit, auth }))
  })

  it.each([
    ['has an account', true],
    ['has none', false],
  ])('does not tell a stranger whether an address %s', async (_, hasAccount) => {
    const visit = await open()
    if (hasAccount) await visit.testPool.createUser(email, password)
    const link = { kind: 'confirmSignUp', username: email, code: '000000' } as const
    visit.testPool.answerInstead('ConfirmSignUp', () => {
      visit.testPool.recover()
      return HttpResponse.error()
    })
    vi.useRealTimers()
    const seen = []
    for (let tries = 0; tries < 3; tries += 1) {
      seen.push(await errorCode(visit.auth.answerLink(link)))
    }
    expect(seen).toEqual(['network', 'mayHaveWorked', 'codeMismatch'])
  })
})

it.each([
  ['a confirmed account', true],
  ['no account', false],
])('a sign-up whose answer is lost looks the same for %s', async (_, hasAccount) => {
  const visit = await open()
  if (hasAccount) await visit.testPool.createUser(email, 'Somebody-Elses-1')
  visit.testPool.answerInstead('SignUp', () => {
    visit.testPool.recover()
    return HttpResponse.error()
  })
  expect(await errorCode(signUp(visit))).toBe('network')
  expect(await errorCode(signUp(visit))).toBe('admitted')
  const challenge = expectChallenge(visit.auth.getState(), 'confirmSignUp')
  expect(challenge.delivery).toEqual({ destination: 'a***@e***', medium: 'EMAIL' })
  expect(await errorCode(challenge.answer({ code: '000000' }))).toBe('codeMismatch')
})

it('a username of another user stays taken after a lost answer', async () => {
  const visit = await open({ pool: { UsernameAttributes: [] } })
  await visit.testPool.call('AdminCreateUser', { Username: 'ada', MessageAction: 'SUPPRESS' })
  visit.testPool.answerInstead('SignUp', () => {
    visit.testPool.recover()
    return HttpResponse.error()
  })
  expect(await errorCode(signUp(visit, 'ada'))).toBe('network')
  expect(await errorCode(signUp(visit, 'ada'))).toBe('usernameTaken')
})
