import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { expectChallenge } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Passkey autofill starts a sign-in before the user has asked for one. Cognito sends a code to users who have no
// other method (measured on AWS without a preference; with one, it is not known).

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const email = 'ada@example.com'
const ada = { username: email, rememberMe: false }

/** Ada has an account without a password: a code by email is all she can sign in with. */
async function withoutPassword() {
  const testPool = await startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })
  const elsewhere = openBrowser(testPool.config).openTab()
  await elsewhere.auth.signUp({ username: email, attributes: {} })
  await expectChallenge(elsewhere.auth.getState(), 'confirmSignUp').answer({
    code: testPool.codeFor(email),
  })
  elsewhere.close()
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  const sent = () => testPool.cognito.store.messages.filter(({ to }) => to === email).length
  const before = sent()
  return { testPool, auth, countCodes: () => sent() - before }
}

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

it('uses the code that an offer has sent for the sign-in, and makes no second offer', async () => {
  const { testPool, auth, countCodes } = await withoutPassword()
  expect(await auth.offerPasskey(ada)).toEqual({})
  pass(90)
  const requests = await network.actionsDuring(async () => {
    expect(await auth.offerPasskey(ada)).toEqual({})
    await auth.startUserAuth({ ...ada, preferred: 'WEB_AUTHN' })
  })
  expect(requests).toEqual([])
  expect(countCodes()).toBe(1)
  await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
  expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
})

it('sends another code when it is asked for', async () => {
  const { testPool, auth, countCodes } = await withoutPassword()
  await auth.offerPasskey(ada)
  await auth.startUserAuth(ada)
  await expectChallenge(auth.getState(), 'sentCode').resend()
  expect(countCodes()).toBe(2)
  await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
  expect(auth.getState().status).toBe('signedIn')
})

it('sends another code when the one of the offer would soon expire', async () => {
  const { testPool, auth, countCodes } = await withoutPassword()
  await auth.offerPasskey(ada)
  pass(150)
  await auth.startUserAuth(ada)
  expect(countCodes()).toBe(2)
  pass(150)
  await expectChallenge(auth.getState(), 'sentCode').answer({ code: testPool.codeFor(email) })
  expect(auth.getState().status).toBe('signedIn')
})

it('keeps the code from the sign-in of another user', async () => {
  const { testPool, auth, countCodes } = await withoutPassword()
  await testPool.createUser('grace@example.com', 'Correct-Horse-1')
  await auth.offerPasskey(ada)
  await auth.startUserAuth({ username: 'grace@example.com', rememberMe: false })
  expect(expectChallenge(auth.getState(), 'chooseMethod').username).toBe('grace@example.com')
  expect(countCodes()).toBe(1)
})
