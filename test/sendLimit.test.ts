import { describe, expect, it } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { errorCode, expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// The limit that the portal itself sets to codes: five an hour, as Cognito's. Only what Cognito has counted is counted.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'

async function open() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return { testPool, auth }
}

/** Every failure after which Cognito has sent nothing and counted nothing. */
const failures: [string, () => Response, string][] = [
  ['no connection', () => Response.error(), 'network'],
  ['503', () => new Response('', { status: 503 }), 'serviceUnavailable'],
  ['a page', () => new Response('<!doctype html>', { status: 502 }), 'serviceUnavailable'],
  ['429', () => new Response('', { status: 429 }), 'tooManyRequests'],
  ['a throttle', () => refusal('TooManyRequestsException'), 'tooManyRequests'],
  ['a firewall', () => refusal('ForbiddenException', 403), 'blocked'],
  ['a client of another pool', () => refusal('ResourceNotFoundException'), 'misconfigured'],
]

function refusal(__type: string, status = 400): Response {
  return Response.json({ __type, message: '' }, { status })
}

/** Each step that sends a code: how to get there, the action, and the press that is repeated. */
const steps: [
  string,
  string,
  (auth: Auth, testPool: TestPool) => Promise<() => Promise<unknown>>,
][] = [
  ['a reset', 'ForgotPassword', async (auth) => () => auth.forgotPassword(email)],
  [
    'a reset of an unknown account',
    'ForgotPassword',
    async (auth) => () => auth.forgotPassword('nobody@example.com'),
  ],
  [
    'another reset code',
    'ForgotPassword',
    async (auth) => {
      await auth.forgotPassword(email)
      return () => expectChallenge(auth.getState(), 'resetPassword').resend()
    },
  ],
  [
    'another confirmation code',
    'ResendConfirmationCode',
    async (auth) => {
      await auth.signUp({ username: 'new@example.com', password, attributes: {} })
      return () => expectChallenge(auth.getState(), 'confirmSignUp').resend()
    },
  ],
  [
    'another code of a sign-in',
    'InitiateAuth',
    async (auth, testPool) => {
      const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
      await testPool.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', EmailMfaConfiguration })
      await auth.signIn({ username: email, password, rememberMe: false })
      return async () => {
        const { resend } = expectChallenge(auth.getState(), 'sentCode')
        if (!resend) throw new Error('this code cannot be sent again')
        await resend()
      }
    },
  ],
]

describe.each(steps)('%s', (_, action, prepare) => {
  it.each(failures)('is not counted where the answer is %s', async (_name, answer, code) => {
    const { testPool, auth } = await open()
    const press = await prepare(auth, testPool)
    testPool.answerInstead(action, answer)
    for (let tries = 0; tries < 8; tries += 1) expect(await errorCode(press())).toBe(code)
    testPool.recover()
    expect(await errorCode(press())).toBe('admitted')
  })
})

it.each([email, 'nobody@example.com'])('refuses the sixth reset code for %s', async (username) => {
  const { auth } = await open()
  for (let codes = 0; codes < 5; codes += 1) await auth.forgotPassword(username)
  expect(await errorCode(auth.forgotPassword(username))).toBe('limitExceeded')
})

it('counts a refusal by Cognito, so that it says nothing about the account', async () => {
  const { testPool, auth } = await open()
  testPool.answerInstead('ForgotPassword', () => refusal('LimitExceededException'))
  for (let codes = 0; codes < 5; codes += 1) await auth.forgotPassword(email)
  expect(await errorCode(auth.forgotPassword(email))).toBe('limitExceeded')
})
