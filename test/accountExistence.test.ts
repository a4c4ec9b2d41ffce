import { describe, expect, it } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// No user enumeration: neither a message, nor a step, nor a limit, nor a reload reveals whether an account exists.

const email = 'same@example.com'
const password = 'Correct-Horse-1'
const invited = { Username: email, TemporaryPassword: 'Temporary-1' }

const states: Record<string, (testPool: TestPool) => Promise<unknown>> = {
  'it has no account': () => Promise.resolve(),
  'it has an account': (testPool) => testPool.createUser(email, password),
  'its account is disabled': async (testPool) => {
    await testPool.createUser(email, password)
    await testPool.call('AdminDisableUser', { Username: email })
  },
  'its account waits for the first sign-in': (testPool) =>
    testPool.call('AdminCreateUser', invited),
  'its account is unconfirmed': (testPool) =>
    testPool.call('SignUp', { ClientId: testPool.ClientId, Username: email, Password: password }),
}

/** Records what recovery shows: two guesses before and after a reload, then resends up to the limit. */
async function recovery(testPool: TestPool): Promise<unknown> {
  const browser = openBrowser(testPool.config)
  const seen: unknown[] = []
  let tab = browser.openTab()
  await tab.auth.forgotPassword(email)
  for (let load = 0; load < 2; load += 1) {
    const challenge = expectChallenge(tab.auth.getState(), 'resetPassword')
    seen.push(challenge.delivery, Object.keys(challenge))
    seen.push(await errorCode(challenge.answer({ code: '123456', newPassword: 'Another-Horse-2' })))
    seen.push(await errorCode(challenge.answer({ code: '654321', newPassword: 'Another-Horse-2' })))
    tab = await reloaded(browser, tab)
  }
  const { resend } = expectChallenge(tab.auth.getState(), 'resetPassword')
  for (let send = 0; send < 7; send += 1) seen.push(await errorCode(resend()))
  return seen
}

/** Records what sign-up shows, in the same steps. */
async function signUp(testPool: TestPool): Promise<unknown> {
  const browser = openBrowser(testPool.config)
  const seen: unknown[] = []
  let tab = browser.openTab()
  const attempt = (auth: Auth) =>
    auth.signUp({ username: email, password: 'Another-Horse-2', attributes: {} })
  await attempt(tab.auth)
  for (let load = 0; load < 2; load += 1) {
    const challenge = expectChallenge(tab.auth.getState(), 'confirmSignUp')
    seen.push(challenge.delivery, Object.keys(challenge))
    seen.push(await errorCode(challenge.answer({ code: '123456' })))
    tab = await reloaded(browser, tab)
  }
  const { resend } = expectChallenge(tab.auth.getState(), 'confirmSignUp')
  for (let send = 0; send < 7; send += 1) seen.push(await errorCode(resend()))
  return seen
}

async function reloaded(browser: ReturnType<typeof openBrowser>, tab: Tab): Promise<Tab> {
  const again = browser.reload(tab)
  await again.auth.restored
  return again
}

describe.each(['ENABLED', 'LEGACY'] as const)('with PreventUserExistenceErrors %s', (existence) => {
  async function seenIn(state: (testPool: TestPool) => Promise<unknown>, walk: typeof recovery) {
    const testPool = await startCognito({ client: { PreventUserExistenceErrors: existence } })
    await state(testPool)
    return walk(testPool)
  }

  it('recovery shows the same for every address', async () => {
    const all = Object.values(states).map((state) => seenIn(state, recovery))
    const [nobody, ...others] = await Promise.all(all)
    for (const other of others) expect(other).toEqual(nobody)
  })

  it('sign-up shows the same for every address', async () => {
    const all = Object.values(states).map((state) => seenIn(state, signUp))
    const [nobody, ...others] = await Promise.all(all)
    for (const other of others) expect(other).toEqual(nobody)
  })
})
