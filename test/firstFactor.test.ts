import { http } from 'msw'
import { describe, expect, it } from 'vitest'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

async function open(testPool: TestPool) {
  const browser = openBrowser(testPool.config)
  const tab = browser.openTab()
  await tab.auth.restored
  return { browser, tab, auth: tab.auth }
}

/** A pool with two first factors: a password or a code by email. */
const start = () =>
  startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })

describe('a sign-in that starts with the username', () => {
  it('offers the methods, and another one after a first choice', async () => {
    const testPool = await start()
    await testPool.createUser(email, password)
    const { auth } = await open(testPool)
    await auth.startUserAuth({ username: email, rememberMe: false })
    const choice = expectChallenge(auth.getState(), 'chooseMethod')
    expect(choice.methods.toSorted()).toEqual(['EMAIL_OTP', 'PASSWORD'])
    await choice.answer({ method: 'PASSWORD' })
    const asked = expectChallenge(auth.getState(), 'password')
    expect(await errorCode(asked.answer({ password: 'Wrong-Horse-1' }))).toBe(
      'incorrectCredentials',
    )
    await asked.tryAnotherMethod()
    await expectChallenge(auth.getState(), 'chooseMethod').answer({ method: 'EMAIL_OTP' })
    const sent = expectChallenge(auth.getState(), 'sentCode')
    expect(sent).toMatchObject({ delivery: { destination: 'a***@e***' }, hasAlternatives: true })
    expect(await errorCode(sent.answer({ code: '12345678' }))).toBe('codeMismatch')
    await sent.answer({ code: testPool.codeFor(email) })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('accepts the password, by SRP', async () => {
    const testPool = await start()
    await testPool.createUser(email, password)
    const { auth } = await open(testPool)
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
    await expectChallenge(auth.getState(), 'password').answer({ password })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('asks for the preferred method at once', async () => {
    const testPool = await start()
    await testPool.createUser(email, password)
    const { auth } = await open(testPool)
    await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'EMAIL_OTP' })
    await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('leads to a challenge also when there is no such account', async () => {
    const testPool = await start()
    const { auth } = await open(testPool)
    await auth.startUserAuth({ username: 'nobody@example.com', rememberMe: false })
    const state = auth.getState()
    expect(state.status).toBe('challenge')
  })
})

describe('an account without a password', () => {
  it('is created, confirmed and signed in to with one code, also after a reload', async () => {
    const testPool = await start()
    const { browser, tab, auth } = await open(testPool)
    await auth.signUp({ username: email, attributes: {} })
    expectChallenge(auth.getState(), 'confirmSignUp')
    const { auth: again } = browser.reload(tab)
    await again.restored
    await expectChallenge(again.getState(), 'confirmSignUp').answer({
      code: testPool.codeFor(email),
    })
    expect(again.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('never sends the session of SignUp, which may have expired long before the code arrives', async () => {
    const testPool = await start()
    const { auth } = await open(testPool)
    await auth.signUp({ username: email, attributes: {} })
    const requests = await network.requestsDuring(() =>
      expectChallenge(auth.getState(), 'confirmSignUp').answer({ code: testPool.codeFor(email) }),
    )
    const confirmed = requests.find((body) => body.includes('ConfirmationCode'))
    expect(Object.keys(JSON.parse(confirmed ?? '') as object).toSorted()).toEqual([
      'ClientId',
      'ConfirmationCode',
      'Username',
    ])
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
    expect(testPool.cognito.store.messages.filter(({ to }) => to === email)).toHaveLength(1)
  })

  it('is signed in to by hand where ConfirmSignUp returns no session', async () => {
    const testPool = await start()
    const { auth } = await open(testPool)
    await auth.signUp({ username: email, attributes: {} })
    network.use(
      http.post(`${testPool.origin}/`, async ({ request }) => {
        if (!request.headers.get('x-amz-target')?.endsWith('ConfirmSignUp')) return undefined
        await testPool.cognito.handle(request.clone())
        return Response.json({})
      }),
    )
    await expectChallenge(auth.getState(), 'confirmSignUp').answer({
      code: testPool.codeFor(email),
    })
    expect(auth.getState()).toEqual({ status: 'signedOut', reason: 'confirmed', username: email })
    await auth.startUserAuth({ username: email, rememberMe: false })
    await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('is confirmed, but not signed in to, by a link in a browser that did not ask for it', async () => {
    const testPool = await start()
    const { tab } = await open(testPool)
    await tab.auth.signUp({ username: email, attributes: {} })
    tab.close()
    const { auth } = await open(testPool)
    const code = testPool.codeFor(email)
    await auth.answerLink({ kind: 'confirmSignUp', username: email, code })
    expect(auth.getState()).toEqual({ status: 'signedOut', reason: 'confirmed', username: email })
  })
})

const credential = { id: 'YQ', type: 'public-key' }

it.each([
  ['as captured', { timeout: 180_000, allowCredentials: [{ ...credential, transports: [] }] }, {}],
  [
    'with null transports',
    { allowCredentials: [{ ...credential, transports: null }] },
    { allowCredentials: [credential] },
  ],
  [
    'with a null transport',
    { allowCredentials: [{ ...credential, transports: [null, 'usb'] }] },
    { allowCredentials: [{ ...credential, transports: ['usb'] }] },
  ],
  ['with a time-out in text', { timeout: '180000' }, {}],
  ['with a new user verification', { userVerification: 'certified', hints: ['hybrid'] }, {}],
  [
    'with null instead of nothing',
    { rpId: null, allowCredentials: null },
    { rpId: undefined, allowCredentials: undefined },
  ],
])('a passkey is asked for with options %s', async (_, given, expected) => {
  const testPool = await start()
  const { auth } = await open(testPool)
  const options = { challenge: 'YQ', ...given }
  testPool.answerInstead('InitiateAuth', () =>
    Response.json({
      ChallengeName: 'WEB_AUTHN',
      Session: 'a session of twenty letters',
      ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: JSON.stringify(options) },
    }),
  )
  await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'WEB_AUTHN' })
  const challenge = expectChallenge(auth.getState(), 'passkey')
  expect(challenge.options).toEqual({ ...options, ...expected })
})
