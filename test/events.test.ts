import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { openGoogle } from '#test/support/openGoogle.ts'
import { openRecordedTab } from '#test/support/recordEvents.ts'
import { type PoolSettings, startCognito } from '#test/support/startCognito.ts'

// The stream of events for operators, journey by journey: docs/events.md.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const username = 'ada@example.com'
const password = 'Correct-Horse-1'
const credentials = { username, password, rememberMe: false }
const wrong = { ...credentials, password: 'Wrong-Horse-1' }
const atSignIn = ['opened signIn signedOut', 'shown signIn']

/** Opens a pool with Ada in it, and a tab. */
async function open(settings?: PoolSettings, pathname?: string) {
  const testPool = await startCognito(settings)
  await testPool.createUser(username, password)
  return { testPool, ...(await openRecordedTab(openBrowser(testPool.config), pathname)) }
}

describe('a sign-in', () => {
  it('with a password tells each refusal and the end', async () => {
    const { auth, lines } = await open()
    auth.prepareSignIn()
    await errorCode(auth.signIn(wrong))
    await auth.signIn(credentials)
    expect(lines()).toEqual([
      ...atSignIn,
      'begun signIn form USER_SRP_AUTH',
      'refused signIn form begin incorrectCredentials',
      'begun signIn form USER_SRP_AUTH',
      'finished signIn form USER_SRP_AUTH true',
    ])
  })

  it('with a second factor tells what was asked and answered', async () => {
    const { testPool, auth, lines } = await open()
    await testPool.call('SetUserPoolMfaConfig', {
      MfaConfiguration: 'ON',
      SoftwareTokenMfaConfiguration: { Enabled: true },
    })
    await auth.signIn(credentials)
    const setUp = expectChallenge(auth.getState(), 'setUpTotp')
    const code = new TOTP({ secret: Secret.fromBase32(setUp.secret) }).generate()
    const other = code === '123456' ? '654321' : '123456'
    expect(await errorCode(setUp.answer({ code: other, deviceName: '' }))).toBe('codeMismatch')
    await setUp.answer({ code, deviceName: 'Pocket' })
    expect(lines().slice(atSignIn.length)).toEqual([
      'begun signIn form USER_SRP_AUTH',
      'asked signIn setUpTotp',
      'answered signIn setUpTotp',
      'refused signIn setUpTotp answer codeMismatch',
      'answered signIn setUpTotp',
      'finished signIn setUpTotp USER_SRP_AUTH true',
    ])
  })

  it('with a chosen method tells the method, a code that was sent again, and a change', async () => {
    const { testPool, auth, lines } = await open({
      pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
      client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH'] },
    })
    await auth.startUserAuth({ username, rememberMe: false })
    const choice = expectChallenge(auth.getState(), 'chooseMethod')
    await choice.answer({ method: 'PASSWORD' })
    await expectChallenge(auth.getState(), 'password').tryAnotherMethod()
    await expectChallenge(auth.getState(), 'chooseMethod').answer({ method: 'EMAIL_OTP' })
    await expectChallenge(auth.getState(), 'sentCode').resend()
    const code = testPool.codeFor(username)
    await expectChallenge(auth.getState(), 'sentCode').answer({ code })
    expect(lines().slice(atSignIn.length)).toEqual([
      'begun signIn form USER_AUTH',
      'asked signIn chooseMethod',
      'answered signIn chooseMethod',
      'asked signIn password',
      'methodChanged signIn password',
      'asked signIn chooseMethod',
      'answered signIn chooseMethod',
      'asked signIn emailCode',
      'resent signIn emailCode',
      'answered signIn emailCode',
      'finished signIn emailCode USER_AUTH true',
    ])
  })

  it('at an identity provider goes on in a new visit', async () => {
    const { browser, domain, comeBack } = await openGoogle()
    const input = { domain, scopes: ['openid'], provider: 'Google', rememberMe: true, returnTo: '' }
    const redirectUri = 'https://app.test/sign-in/callback'
    const there = await openRecordedTab(browser)
    const leave = async (auth = there.auth) => {
      const { url } = await auth.startFederatedSignIn({ ...input, redirectUri })
      return new URL(url)
    }
    const refused = await comeBack(await leave(), { refuse: 'true' })
    expect(there.lines().slice(atSignIn.length)).toEqual([
      'begun signIn form federation',
      'asked signIn federation',
    ])
    const back = await openRecordedTab(browser, '/sign-in/callback', there.tab)
    await back.auth.finishFederatedSignIn({ query: refused })
    const query = await comeBack(await leave(back.auth))
    const again = await openRecordedTab(browser, '/sign-in/callback', back.tab)
    await again.auth.finishFederatedSignIn({ query })
    expect(back.lines()).toEqual([
      'opened callback signedOut',
      'refused signIn federation return federationDenied',
      'begun signIn form federation',
      'asked signIn federation',
    ])
    expect(again.lines()).toEqual([
      'opened callback signedOut',
      'finished signIn federation federation true',
    ])
  })

  it('of somebody who is signed in already is a re-authentication', async () => {
    const { auth, lines } = await open()
    await auth.signIn(credentials)
    const state = auth.getState()
    if (state.status !== 'signedIn') throw new Error('not signed in')
    await errorCode(state.session.reauthenticate(wrong.password))
    await state.session.reauthenticate(password)
    expect(lines().slice(-4)).toEqual([
      'begun reauthentication form USER_SRP_AUTH',
      'refused reauthentication form begin incorrectCredentials',
      'begun reauthentication form USER_SRP_AUTH',
      'finished reauthentication form USER_SRP_AUTH true',
    ])
  })
})

describe('a sign-up', () => {
  it('tells form, code and end', async () => {
    const testPool = await startCognito()
    const { auth, lines } = await openRecordedTab(openBrowser(testPool.config), '/sign-up')
    auth.prepareSignIn()
    await errorCode(auth.signUp({ username, password: 'short', attributes: {} }))
    await auth.signUp({ username, password, attributes: { name: 'Ada Example' } })
    const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
    await errorCode(challenge.answer({ code: '000000' }))
    await challenge.resend()
    await challenge.answer({ code: testPool.codeFor(username) })
    expect(lines()).toEqual([
      'opened signUp signedOut',
      'shown signUp',
      'begun signUp form form',
      'refused signUp form begin passwordTooWeak',
      'begun signUp form form',
      'asked signUp confirmSignUp',
      'answered signUp confirmSignUp',
      'refused signUp confirmSignUp answer codeMismatch',
      'resent signUp confirmSignUp',
      'answered signUp confirmSignUp',
      'finished signUp confirmSignUp form true',
    ])
  })

  it('goes on after a reload, and ends without a session', async () => {
    const testPool = await startCognito()
    const browser = openBrowser(testPool.config)
    const { tab, auth } = await openRecordedTab(browser, '/sign-up')
    await auth.signUp({ username, password, attributes: {} })
    const again = await openRecordedTab(browser, '/sign-up/confirm', tab)
    const code = testPool.codeFor(username)
    await expectChallenge(again.auth.getState(), 'confirmSignUp').answer({ code })
    expect(again.lines()).toEqual([
      'opened challenge challenge',
      'asked signUp confirmSignUp',
      'answered signUp confirmSignUp',
      'finished signUp confirmSignUp reload false',
    ])
  })

  it('that a link in an email confirms in another tab ends in both', async () => {
    const testPool = await startCognito()
    const browser = openBrowser(testPool.config)
    const waiting = await openRecordedTab(browser, '/sign-up')
    await waiting.auth.signUp({ username, password, attributes: {} })
    const link = await openRecordedTab(browser, '/confirm')
    const code = testPool.codeFor(username)
    await link.auth.answerLink({ kind: 'confirmSignUp', username, code })
    expect(waiting.lines().at(-1)).toBe('finishedElsewhere signUp true')
    expect(link.lines().slice(0, 3)).toEqual([
      'opened link signedOut',
      'begun signUp confirmSignUp emailLink',
      expect.stringMatching(/^finished signUp confirmSignUp emailLink/),
    ])
  })
})

it('a forgotten password tells form, code and end', async () => {
  const { testPool, auth, lines } = await open({}, '/forgot-password')
  await auth.forgotPassword(username)
  const code = testPool.codeFor(username)
  const { answer } = expectChallenge(auth.getState(), 'resetPassword')
  await answer({ code, newPassword: 'Another-Horse-2' })
  expect(lines()).toEqual([
    'opened passwordReset signedOut',
    'shown passwordReset',
    'begun passwordReset form form',
    'asked passwordReset resetPassword',
    'answered passwordReset resetPassword',
    'finished passwordReset resetPassword form true',
  ])
})
