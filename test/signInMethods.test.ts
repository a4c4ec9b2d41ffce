import { describe, expect, it } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { attributesOf, expectChallenge, errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

function signIn(auth: Auth, username = email, secret = password) {
  return auth.signIn({ username, password: secret, rememberMe: false })
}

async function openTab(testPool: TestPool) {
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return auth
}

describe('sign-in', () => {
  it('signs in by SRP, and shows claims but no token', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const tab = openBrowser(testPool.config).openTab()
    await signIn(tab.auth)
    const state = tab.auth.getState()
    expect(state).toMatchObject({ status: 'signedIn', session: { email, groups: [] } })
    expect(JSON.stringify(tab.receivedMessages)).not.toMatch(/eyJ/)
  })

  it('rejects a wrong password and an unknown user with the same code', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const auth = await openTab(testPool)
    expect(await errorCode(signIn(auth, email, 'Wrong-Horse-1'))).toBe('incorrectCredentials')
    expect(await errorCode(signIn(auth, 'nobody@example.com'))).toBe('incorrectCredentials')
    expect(auth.getState()).toEqual({ status: 'signedOut' })
  })

  it('does so also in a pool that reveals unknown users (LEGACY)', async () => {
    const testPool = await startCognito({ client: { PreventUserExistenceErrors: 'LEGACY' } })
    const auth = await openTab(testPool)
    expect(await errorCode(signIn(auth, 'nobody@example.com'))).toBe('incorrectCredentials')
  })

  it('says that a user is disabled', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    await testPool.call('AdminDisableUser', { Username: email })
    expect(await errorCode(signIn(await openTab(testPool)))).toBe('userDisabled')
  })

  it('refuses after too many attempts', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const auth = await openTab(testPool)
    const codes = []
    for (let attempt = 0; attempt < 7; attempt += 1) {
      codes.push(await errorCode(signIn(auth, email, 'Wrong-Horse-1')))
    }
    expect(codes[0]).toBe('incorrectCredentials')
    expect(codes).toContain('tooManyAttempts')
  })

  it('sends an unconfirmed user a new code, which then signs in', async () => {
    const testPool = await startCognito()
    const auth = await openTab(testPool)
    await auth.signUp({ username: email, password, attributes: {} })
    const first = testPool.codeFor(email)
    await signIn(auth)
    const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
    expect(challenge).toMatchObject({ username: email, delivery: { destination: 'a***@e***' } })
    expect(testPool.codeFor(email)).not.toBe(first)
    await challenge.answer({ code: testPool.codeFor(email) })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('asks for a new password after a reset by an administrator', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    await testPool.call('AdminResetUserPassword', { Username: email })
    const auth = await openTab(testPool)
    await signIn(auth)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    expect(challenge.required).toBe(true)
    await challenge.answer({ code: testPool.codeFor(email), newPassword: 'Another-Horse-2' })
    expect(auth.getState().status).toBe('signedIn')
  })

  it('names an unsupported challenge, and stores nothing', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const browser = openBrowser(testPool.config)
    const tab = browser.openTab()
    await tab.auth.restored
    testPool.answerInstead('RespondToAuthChallenge', () =>
      Response.json({
        ChallengeName: 'RIDDLE_OF_THE_SPHINX',
        Session: 'x'.repeat(20),
        ChallengeParameters: {},
      }),
    )
    await signIn(tab.auth)
    expect(expectChallenge(tab.auth.getState(), 'unsupported').challengeName).toBe(
      'RIDDLE_OF_THE_SPHINX',
    )
    const again = browser.reload(tab)
    await again.auth.restored
    expect(again.auth.getState().status).toBe('signedOut')
  })
})

describe('the first sign-in of an invited user', () => {
  it('asks for a new password and for the attributes that the pool still requires', async () => {
    const testPool = await startCognito({
      pool: {
        Schema: [
          { Name: 'email', Required: true },
          { Name: 'family_name', Required: true, Mutable: true },
          { Name: 'birthdate', Required: true, Mutable: true },
        ],
      },
    })
    await testPool.call('AdminCreateUser', {
      Username: email,
      TemporaryPassword: 'Temporary-1',
      UserAttributes: [{ Name: 'email', Value: email }],
    })
    const auth = await openTab(testPool)
    await signIn(auth, email, 'Temporary-1')
    const challenge = expectChallenge(auth.getState(), 'newPassword')
    expect(challenge.requiredAttributes.toSorted()).toEqual(['birthdate', 'family_name'])

    const attributes = { family_name: 'Lovelace', birthdate: '1815-12-10' }
    expect(await errorCode(challenge.answer({ newPassword: 'short', attributes }))).toBe(
      'passwordTooWeak',
    )
    await challenge.answer({ newPassword: password, attributes })
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error('not signed in')
    expect(await attributesOf(state.session)).toMatchObject({ email, ...attributes })
  })
})

describe('sign-up', () => {
  it('leads to the code, which then signs in', async () => {
    const testPool = await startCognito()
    const auth = await openTab(testPool)
    await auth.signUp({ username: email, password, attributes: {} })
    const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
    expect(await errorCode(challenge.answer({ code: '000000' }))).toBe('codeMismatch')
    await challenge.answer({ code: testPool.codeFor(email) })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('rejects a password that the pool finds too weak', async () => {
    const testPool = await startCognito()
    const auth = await openTab(testPool)
    const weak = auth.signUp({ username: email, password: 'weak', attributes: {} })
    expect(await errorCode(weak)).toBe('passwordTooWeak')
  })

  it('shows the same step for an address that has an account, and does not sign in by it', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const auth = await openTab(testPool)
    await auth.signUp({ username: email, password: 'Another-Horse-2', attributes: {} })
    const taken = expectChallenge(auth.getState(), 'confirmSignUp')
    expect(await errorCode(taken.answer({ code: '123456' }))).toMatch(/^code(Mismatch|Expired)$/)
    await auth.signUp({ username: 'new@example.com', password, attributes: {} })
    const fresh = expectChallenge(auth.getState(), 'confirmSignUp')
    expect(Object.keys(fresh).toSorted()).toEqual(Object.keys(taken).toSorted())
    expect(taken.delivery).toEqual({ destination: 'a***@e***', medium: 'EMAIL' })
    expect(fresh.delivery).toEqual({ destination: 'n***@e***', medium: 'EMAIL' })
  })

  it('can be finished after a reload, and then leads to the sign-in page', async () => {
    const testPool = await startCognito()
    const browser = openBrowser(testPool.config)
    const tab = browser.openTab()
    await tab.auth.signUp({ username: email, password, attributes: {} })
    expect(JSON.stringify(tab.memory())).not.toContain(password)
    const { auth } = browser.reload(tab)
    await auth.restored
    await expectChallenge(auth.getState(), 'confirmSignUp').answer({
      code: testPool.codeFor(email),
    })
    expect(auth.getState()).toEqual({
      status: 'signedOut',
      reason: 'confirmed',
      username: email,
    })
    await signIn(auth)
    expect(auth.getState().status).toBe('signedIn')
  })
})

describe('a forgotten password', () => {
  it('is replaced with the code that was sent; the new one signs in', async () => {
    const testPool = await startCognito()
    await testPool.createUser(email, password)
    const auth = await openTab(testPool)
    await auth.forgotPassword(email)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    expect(
      await errorCode(challenge.answer({ code: '000000', newPassword: 'Another-Horse-2' })),
    ).toBe('codeMismatch')
    await challenge.answer({ code: testPool.codeFor(email), newPassword: 'Another-Horse-2' })
    expect(auth.getState().status).toBe('signedIn')
  })

  it.each([
    ['there is no account', 'LEGACY'],
    ['there is no account', 'ENABLED'],
    ['the account is unconfirmed', 'ENABLED'],
    ['the account is disabled', 'ENABLED'],
    ['the account waits for its first sign-in', 'ENABLED'],
  ] as const)('leads to the same challenge when %s (%s)', async (state, existence) => {
    const testPool = await startCognito({ client: { PreventUserExistenceErrors: existence } })
    const auth = await openTab(testPool)
    if (state === 'the account is unconfirmed') {
      await auth.signUp({ username: email, password, attributes: {} })
    }
    if (state === 'the account is disabled') {
      await testPool.createUser(email, password)
      await testPool.call('AdminDisableUser', { Username: email })
    }
    if (state === 'the account waits for its first sign-in') {
      await testPool.call('AdminCreateUser', { Username: email, TemporaryPassword: 'Temporary-1' })
    }
    await auth.forgotPassword(email)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    expect(challenge).toMatchObject({
      username: email,
      required: false,
      delivery: { destination: 'a***@e***', medium: 'EMAIL' },
    })
    const guess = await errorCode(
      challenge.answer({ code: '123456', newPassword: 'Another-Horse-2' }),
    )
    expect(guess).toMatch(/^code(Mismatch|Expired)$/)
  })
})
