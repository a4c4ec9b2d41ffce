import { HttpResponse } from 'msw'
import { describe, expect, it, vi } from 'vitest'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import {
  codeOf,
  email,
  enter,
  expectStatus,
  newPassword,
  password,
  session,
  signedIn,
  signUp,
  startTotp,
  loseAnswer,
  open,
  type Visit,
} from '#test/support/lostAnswers.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// After a lost answer, nothing is told that is not so, and nothing to strangers.

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
    ['wrong', {}],
    [
      'wrong, where passwords are remembered',
      { Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 3 } } },
    ],
  ])('of a change leaves a wrong password %s', async (_, pool) => {
    const visit = await open({ pool: { UserPoolTier: 'PLUS', ...pool } })
    await enter(visit)
    const passwords = { PreviousPassword: 'Wrong-Horse-1', ProposedPassword: newPassword }
    const press = () => session(visit).callCognito('ChangePassword', passwords)
    lostOnItsWay(visit, 'ChangePassword')
    expect(await errorCode(press())).toBe('network')
    expect(await errorCode(press())).toBe('incorrectCredentials')
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
