import { describe, expect, it } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import type { Session } from '#auth/state.ts'
import { expectChallenge } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// Accounts that are unconfirmed, or whose password an administrator has reset: every flow leads to the code, at
// whichever request Cognito says so.

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const newPassword = 'Another-Horse-2'

const start = () =>
  startCognito({
    pool: { Policies: { SignInPolicy: { AllowedFirstAuthFactors: ['PASSWORD', 'EMAIL_OTP'] } } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'] },
  })

async function openTab(testPool: TestPool) {
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.restored
  return auth
}

/** Signs up in a browser of its own, which is closed before the code arrives. */
async function signUpElsewhere(testPool: TestPool, secret?: string) {
  const tab = openBrowser(testPool.config).openTab()
  const input = { username: email, attributes: {} }
  await tab.auth.signUp(secret === undefined ? input : { ...input, password: secret })
  tab.close()
}

const byName = (auth: Auth) => auth.startUserAuth({ username: email, rememberMe: false })
const byPreferredCode = (auth: Auth) =>
  auth.startUserAuth({ username: email, rememberMe: false, preferred: 'EMAIL_OTP' })
const bySrp = (auth: Auth) => auth.signIn({ username: email, password, rememberMe: false })

async function byPassword(auth: Auth) {
  await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
  await expectChallenge(auth.getState(), 'password').answer({ password })
}

function session(auth: Auth): Session {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
  return state.session
}

const sentTo = ({ cognito }: TestPool) => cognito.store.messages.filter(({ to }) => to === email)

/** Refuses an action from now on, as Cognito may where the local one looks at the account earlier or later. */
const refuse = (testPool: TestPool, action: string, type: string) =>
  testPool.answerInstead(action, () =>
    Response.json({ __type: type, message: 'No longer.' }, { status: 400 }),
  )

/** Changes the account while its user is signing in. */
function changeStatus(testPool: TestPool, type: keyof typeof statuses) {
  for (const user of testPool.cognito.store.users.values()) user.status = statuses[type]
  refuse(testPool, 'RespondToAuthChallenge', type)
}

const statuses = {
  UserNotConfirmedException: 'UNCONFIRMED',
  PasswordResetRequiredException: 'RESET_REQUIRED',
} as const

describe('an unconfirmed account', () => {
  it.each([
    ['the name', byName],
    ['the name and a preferred code', byPreferredCode],
    ['the name and a password', byPassword],
    ['name and password', bySrp],
  ] as const)(
    'gets another code when it signs in with %s; the code signs in',
    async (_, signIn) => {
      const testPool = await start()
      await signUpElsewhere(testPool, password)
      const first = testPool.codeFor(email)
      const auth = await openTab(testPool)
      await signIn(auth)
      const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
      expect(challenge).toMatchObject({ username: email, delivery: { destination: 'a***@e***' } })
      expect(testPool.codeFor(email)).not.toBe(first)
      await challenge.answer({ code: testPool.codeFor(email) })
      expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
    },
  )

  it('without a password gets another code, too', async () => {
    const testPool = await start()
    await signUpElsewhere(testPool)
    const auth = await openTab(testPool)
    await byName(auth)
    const challenge = expectChallenge(auth.getState(), 'confirmSignUp')
    expect(sentTo(testPool)).toHaveLength(2)
    await challenge.answer({ code: testPool.codeFor(email) })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('is sent no code by passkey autofill', async () => {
    const testPool = await start()
    await signUpElsewhere(testPool, password)
    const auth = await openTab(testPool)
    expect(await auth.offerPasskey({ username: email, rememberMe: false })).toEqual({})
    expect(sentTo(testPool)).toHaveLength(1)
    expect(auth.getState()).toEqual({ status: 'signedOut' })
  })
})

describe('an account whose password has to be reset', () => {
  const reset = async () => {
    const testPool = await start()
    await testPool.createUser(email, password)
    await testPool.call('AdminResetUserPassword', { Username: email })
    return testPool
  }

  it.each([
    ['the name and a password', byPassword],
    ['name and password', bySrp],
  ] as const)('asks for a new password after %s', async (_, signIn) => {
    const testPool = await reset()
    const auth = await openTab(testPool)
    await signIn(auth)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    expect(challenge.required).toBe(true)
    await challenge.answer({ code: testPool.codeFor(email), newPassword })
    expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email } })
  })

  it('asks for a new password when Cognito says so at the name', async () => {
    const testPool = await reset()
    const auth = await openTab(testPool)
    refuse(testPool, 'InitiateAuth', 'PasswordResetRequiredException')
    await byName(auth)
    const challenge = expectChallenge(auth.getState(), 'resetPassword')
    testPool.recover()
    await challenge.answer({ code: testPool.codeFor(email), newPassword })
    expect(auth.getState().status).toBe('signedIn')
  })
})

describe('a re-authentication of a user whose password was reset in the meantime', () => {
  it.each([
    [
      'by name',
      async ({ stepUp, answerReauthentication }: Session) => {
        await stepUp({ maxAgeSeconds: 600 })
        return answerReauthentication({ kind: 'password', password })
      },
    ],
    ['by password', ({ reauthenticate }: Session) => reauthenticate(password)],
  ] as const)('%s leads to the code and a new password', async (_, verify) => {
    const testPool = await start()
    await testPool.createUser(email, password)
    const auth = await openTab(testPool)
    await bySrp(auth)
    await testPool.call('AdminResetUserPassword', { Username: email })
    const { challenge } = await verify(session(auth))
    expect(challenge).toMatchObject({ kind: 'resetPassword', required: true })
    const code = testPool.codeFor(email)
    const answer = { kind: 'resetPassword', code, newPassword } as const
    expect(await session(auth).answerReauthentication(answer)).toEqual({})
  })
})

describe.each([
  ['UserNotConfirmedException', 'confirmSignUp'],
  ['PasswordResetRequiredException', 'resetPassword'],
] as const)('%s in the middle of a sign-in', (type, kind) => {
  it.each([
    [
      'the choice of a method',
      async (auth: Auth, change: () => void) => {
        await byName(auth)
        change()
        await expectChallenge(auth.getState(), 'chooseMethod').answer({ method: 'EMAIL_OTP' })
      },
    ],
    [
      'a code',
      async (auth: Auth, change: () => void) => {
        await byPreferredCode(auth)
        change()
        await expectChallenge(auth.getState(), 'sentCode').answer({ code: '12345678' })
      },
    ],
    [
      'a password',
      async (auth: Auth, change: () => void) => {
        await auth.startUserAuth({ username: email, rememberMe: false, preferred: 'PASSWORD' })
        change()
        await expectChallenge(auth.getState(), 'password').answer({ password })
      },
    ],
    [
      'a passkey from autofill',
      async (auth: Auth, change: () => void, testPool: TestPool) => {
        testPool.answerInstead('InitiateAuth', () =>
          Response.json({
            ChallengeName: 'WEB_AUTHN',
            Session: 's'.repeat(20),
            ChallengeParameters: { CREDENTIAL_REQUEST_OPTIONS: '{"challenge":"AAAA"}' },
          }),
        )
        await auth.offerPasskey({ username: email, rememberMe: false })
        change()
        await auth.signInWithOfferedPasskey({ credential: '{}' })
      },
    ],
  ] as const)(`leads on from %s to ${kind}`, async (_, signIn) => {
    const testPool = await start()
    await testPool.createUser(email, password)
    const auth = await openTab(testPool)
    await signIn(auth, () => changeStatus(testPool, type), testPool)
    expect(expectChallenge(auth.getState(), kind).username).toBe(email)
  })
})

it('asks for the code that the user has where no other can be sent', async () => {
  const testPool = await start()
  await signUpElsewhere(testPool, password)
  const auth = await openTab(testPool)
  testPool.answerInstead('ResendConfirmationCode', () =>
    Response.json({ __type: 'LimitExceededException', message: 'Too many.' }, { status: 400 }),
  )
  await bySrp(auth)
  const { delivery } = expectChallenge(auth.getState(), 'confirmSignUp')
  expect(delivery).toEqual({ destination: 'a***@e***', medium: 'EMAIL' })
  await expectChallenge(auth.getState(), 'confirmSignUp').answer({ code: testPool.codeFor(email) })
  expect(auth.getState().status).toBe('signedIn')
})

it('shows any other failure to send the code', async () => {
  const testPool = await start()
  await signUpElsewhere(testPool, password)
  const auth = await openTab(testPool)
  testPool.answerInstead('ResendConfirmationCode', () => new Response('', { status: 503 }))
  await expect(bySrp(auth)).rejects.toMatchObject({ code: 'serviceUnavailable' })
  expect(auth.getState()).toEqual({ status: 'signedOut' })
})
