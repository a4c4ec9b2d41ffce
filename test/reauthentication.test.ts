import { http } from 'msw'
import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// A re-authentication keeps the password until its last challenge is answered, and no longer.

// Fakes the date only, as after a laptop has slept: the vault's timers are late.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const ada = { username: 'ada@example.com', password: 'Correct-Horse-1', rememberMe: false }
const grace = { ...ada, username: 'grace@example.com' }
const minutes = 60_000

const pass = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

/** Signs in Ada, who has an authenticator app, and enters her password for a re-authentication. */
async function reauthenticatingWithTotp() {
  const testPool = await startCognito()
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await testPool.createUser(ada.username, ada.password)
  await testPool.createUser(grace.username, grace.password)
  const { auth } = openBrowser(testPool.config).openTab()
  await auth.signIn(ada)
  const { SecretCode = '' } = await session(auth).callCognito('AssociateSoftwareToken', {})
  const answer = () => {
    const code = new TOTP({ secret: Secret.fromBase32(SecretCode) }).generate()
    return { kind: 'totpCode', code } as const
  }
  const UserCode = answer().code
  await session(auth).callCognito('VerifySoftwareToken', { UserCode })
  await session(auth).callCognito('SetUserMFAPreference', {
    SoftwareTokenMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  pass(minutes)
  const { challenge } = await session(auth).reauthenticate(ada.password)
  expect(challenge?.kind).toBe('totpCode')
  return { testPool, auth, answer }
}

it('ends with the code, also when the session was renewed in between', async () => {
  const { auth, answer } = await reauthenticatingWithTotp()
  pass(20 * minutes)
  await session(auth).renewTokens()
  expect(await session(auth).answerReauthentication(answer())).toEqual({})
  expect(session(auth).signedInAt).toBeGreaterThan(Date.now() - minutes)
})

it('is forgotten after 30 minutes: the code alone is refused', async () => {
  const { auth, answer } = await reauthenticatingWithTotp()
  const { signedInAt } = session(auth)
  pass(45 * minutes)
  expect(await errorCode(session(auth).answerReauthentication(answer()))).toBe('nothingToAnswer')
  expect(session(auth).signedInAt).toBe(signedInAt)
})

it('is forgotten with its session', async () => {
  const { auth, answer } = await reauthenticatingWithTotp()
  await session(auth).signOut()
  await auth.signIn(ada)
  pass(minutes)
  await expectChallenge(auth.getState(), 'totpCode').answer(answer())
  pass(minutes)
  expect(await errorCode(session(auth).answerReauthentication(answer()))).toBe('nothingToAnswer')
})

it('is forgotten when another user signs in', async () => {
  const { auth, answer } = await reauthenticatingWithTotp()
  await session(auth).signOut()
  await auth.signIn(grace)
  expect(await errorCode(session(auth).answerReauthentication(answer()))).toBe('nothingToAnswer')
  expect(session(auth).email).toBe(grace.username)
})

/** Signs in Ada in two tabs, with codes by email; Grace has an account, too. */
async function signedInInTwoTabs() {
  const testPool = await startCognito()
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'OPTIONAL',
    EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
  })
  await testPool.createUser(ada.username, ada.password)
  await testPool.createUser(grace.username, grace.password)
  const browser = openBrowser(testPool.config)
  const [first, second] = [browser.openTab(), browser.openTab()]
  await first.auth.signIn(ada)
  await session(first.auth).callCognito('SetUserMFAPreference', {
    EmailMfaSettings: { Enabled: true, PreferredMfa: true },
  })
  await vi.waitFor(() => session(second.auth))
  return { testPool, first, second }
}

it('is forgotten when another tab begins a session', async () => {
  const { testPool, first, second } = await signedInInTwoTabs()
  await session(first.auth).reauthenticate(ada.password)
  const code = testPool.codeFor(ada.username)
  await session(second.auth).signOut()
  await second.auth.signIn(grace)
  await vi.waitFor(() => expect(session(first.auth).email).toBe(grace.username))
  const answer = session(first.auth).answerReauthentication({ kind: 'sentCode', code })
  expect(await errorCode(answer)).toBe('nothingToAnswer')
})

it('is not held for another user who signs in while it runs', async () => {
  const { testPool, first, second } = await signedInInTwoTabs()
  let release: () => void = () => undefined
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  let isHeld = false
  network.use(
    http.post(`${testPool.origin}/`, async ({ request }) => {
      if (isHeld || !request.headers.get('x-amz-target')?.endsWith('RespondToAuthChallenge')) return
      isHeld = true
      await released
    }),
  )
  const reauthenticating = session(first.auth).reauthenticate(ada.password)
  await vi.waitFor(() => expect(isHeld).toBe(true), { timeout: 20_000 })
  await session(second.auth).signOut()
  await second.auth.signIn(grace)
  await vi.waitFor(() => expect(session(first.auth).email).toBe(grace.username))
  release()
  expect(await errorCode(reauthenticating)).toBe('notSignedIn')
  const code = testPool.codeFor(ada.username)
  const answer = session(first.auth).answerReauthentication({ kind: 'sentCode', code })
  expect(await errorCode(answer)).toBe('nothingToAnswer')
})

it('does not outlast 30 minutes at sign-in either: the password is asked for again', async () => {
  const { auth, answer } = await reauthenticatingWithTotp()
  await session(auth).signOut()
  await auth.signIn(ada)
  pass(45 * minutes)
  await expectChallenge(auth.getState(), 'totpCode').answer(answer())
  expect(auth.getState()).toEqual({
    status: 'signedOut',
    reason: 'interrupted',
    username: ada.username,
  })
})

it('needs a session, also for a page that still holds the old one', async () => {
  const { auth } = await reauthenticatingWithTotp()
  const old = session(auth)
  await old.signOut()
  expect(await errorCode(old.reauthenticate(ada.password))).toBe('notSignedIn')
})

it('keeps the session where Cognito refuses to end the others, also after an answer that was lost', async () => {
  const { testPool, auth } = await reauthenticatingWithTotp()
  testPool.answerInstead('GlobalSignOut', () => Response.error())
  expect(await errorCode(session(auth).signOutElsewhere(ada.password))).toBe('network')
  testPool.answerInstead('GlobalSignOut', () =>
    Response.json({ __type: 'InvalidParameterException', message: 'No.' }, { status: 400 }),
  )
  expect(await errorCode(session(auth).signOutElsewhere(ada.password))).toBe('invalidInput')
  expect(session(auth).email).toBe(ada.username)
})
