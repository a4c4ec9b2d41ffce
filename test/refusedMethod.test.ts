import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// USER_AUTH where Cognito refuses the method that the config prefers, or that the user chose.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

/** A pool with passkeys and optional codes by email. Ada has a passkey, and such a code follows the password. */
async function withSecondFactor() {
  const AllowedFirstAuthFactors = ['PASSWORD' as const, 'WEB_AUTHN' as const]
  const testPool = await startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: {},
    WebAuthnConfiguration: { RelyingPartyId: 'localhost', UserVerification: 'required' },
  })
  await testPool.createUser(email, password)
  addPasskey(testPool)
  const auth = await openTab(testPool)
  await auth.signIn({ username: email, password, rememberMe: false })
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error('not signed in')
  await state.session.callCognito('SetUserMFAPreference', { EmailMfaSettings: { Enabled: true } })
  return testPool
}

function addPasskey({ cognito }: TestPool) {
  const passkey = { id: 'cGFzc2tleQ', publicKey: '', counter: 0, transports: [], name: 'Key' }
  for (const user of cognito.store.users.values())
    user.passkeys = [{ ...passkey, rpId: 'localhost', createdAt: 0 }]
}

async function openTab(testPool: TestPool) {
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return auth
}

const preferPasskey = (auth: Auth) =>
  auth.startUserAuth({ username: email, rememberMe: false, preferred: 'WEB_AUTHN' })

const refusal = (type: string, message: string) => () =>
  Response.json({ __type: type, message }, { status: 400 })

async function expectPasswordSignIn(testPool: TestPool, auth: Auth) {
  await expectChallenge(auth.getState(), 'password').answer({ password })
  await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
  expect(auth.getState().status).toBe('signedIn')
}

describe('a preferred passkey that does not count as a second factor', () => {
  it('gives way to the password', async () => {
    const testPool = await withSecondFactor()
    const auth = await openTab(testPool)
    await preferPasskey(auth)
    await expectPasswordSignIn(testPool, auth)
  })

  it.each([
    ['NotAuthorizedException', 'Password Challenge is Required to SignIn'],
    ['NotAuthorizedException', 'Something that no documentation has.'],
    ['InvalidParameterException', 'Password Challenge is Required to SignIn'],
  ])('gives way where Cognito refuses every start: %s, %s', async (type, message) => {
    const testPool = await withSecondFactor()
    const auth = await openTab(testPool)
    testPool.answerInstead('InitiateAuth', refusal(type, message))
    const requests = await network.actionsDuring(() => preferPasskey(auth))
    expect(requests).toEqual(['InitiateAuth', 'InitiateAuth'])
    testPool.recover()
    await expectPasswordSignIn(testPool, auth)
  })

  it('gives way where Cognito refuses a start without a preference', async () => {
    const testPool = await withSecondFactor()
    const auth = await openTab(testPool)
    const message = 'Password Challenge is Required to SignIn'
    testPool.answerInstead('InitiateAuth', refusal('NotAuthorizedException', message))
    await auth.startUserAuth({ username: email, rememberMe: false })
    testPool.recover()
    await expectPasswordSignIn(testPool, auth)
  })

  it('gives way when it is refused only as an answer', async () => {
    const testPool = await withSecondFactor()
    const auth = await openTab(testPool)
    testPool.answerInstead('InitiateAuth', () =>
      Response.json({
        ChallengeName: 'WEB_AUTHN',
        Session: 's'.repeat(20),
        ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"AAAA"}' },
        AvailableChallenges: ['WEB_AUTHN'],
      }),
    )
    await preferPasskey(auth)
    const passkey = expectChallenge(auth.getState(), 'passkey')
    testPool.recover()
    const message = 'Password Challenge is Required to SignIn'
    testPool.answerInstead('RespondToAuthChallenge', refusal('NotAuthorizedException', message))
    await passkey.answer({ credential: '{}' })
    testPool.recover()
    await expectPasswordSignIn(testPool, auth)
  })

  it('gives way when it is refused only as a choice', async () => {
    const testPool = await withSecondFactor()
    const auth = await openTab(testPool)
    testPool.answerInstead('InitiateAuth', () =>
      Response.json({
        ChallengeName: 'SELECT_CHALLENGE',
        Session: 's'.repeat(20),
        AvailableChallenges: ['WEB_AUTHN', 'PASSWORD_SRP', 'PASSWORD'],
      }),
    )
    await auth.startUserAuth({ username: email, rememberMe: false })
    const choice = expectChallenge(auth.getState(), 'chooseMethod')
    testPool.recover()
    const message = 'Password Challenge is Required to SignIn'
    testPool.answerInstead('RespondToAuthChallenge', refusal('NotAuthorizedException', message))
    await choice.answer({ method: 'WEB_AUTHN' })
    testPool.recover()
    await expectPasswordSignIn(testPool, auth)
  })
})

it.each([
  ['userDisabled', 'NotAuthorizedException', 'User is disabled.'],
  ['tooManyAttempts', 'NotAuthorizedException', 'Password attempts exceeded'],
  ['tooManyRequests', 'TooManyRequestsException', 'Rate exceeded'],
  ['blocked', 'ForbiddenException', 'Forbidden'],
  ['refusedByPool', 'UserLambdaValidationException', 'PreAuthentication failed with error Closed.'],
  ['misconfigured', 'InvalidParameterException', 'USER_AUTH flow not enabled for this client'],
])('a refusal of the account or the pool is shown: %s', async (code, type, message) => {
  const testPool = await withSecondFactor()
  const auth = await openTab(testPool)
  testPool.answerInstead('InitiateAuth', refusal(type, message))
  expect(await errorCode(preferPasskey(auth))).toBe(code)
  expect(auth.getState()).toEqual({ status: 'signedOut' })
})
