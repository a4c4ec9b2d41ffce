import { expect, it, vi } from 'vitest'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// A link in an email opens in a tab of its own; the tab that asked for the email has the password.

const username = 'ada@example.com'
const password = 'Correct-Horse-1'

/** Ada has signed up in one tab, and opens another. */
async function signUpAndOpenTab() {
  const testPool = await startCognito()
  const browser = openBrowser(testPool.config)
  const [first, second] = [browser.openTab(), browser.openTab()]
  await second.auth.restored
  await first.auth.signUp({ username, password, attributes: {} })
  return { testPool, first, second }
}

it('answers a link in the tab that waits for it, which then signs in with its password', async () => {
  const { testPool, first, second } = await signUpAndOpenTab()
  const code = testPool.codeFor(username)
  await second.auth.answerLink({ kind: 'confirmSignUp', username, code })
  for (const { auth } of [first, second]) {
    await vi.waitFor(() => {
      expect(auth.getState()).toMatchObject({ status: 'signedIn', session: { email: username } })
    })
  }
})

it('tries the answer itself if the other tab was refused, and says why', async () => {
  const { first, second } = await signUpAndOpenTab()
  const answer = second.auth.answerLink({ kind: 'confirmSignUp', username, code: '000000' })
  expect(await errorCode(answer)).toBe('codeMismatch')
  expect(expectChallenge(first.auth.getState(), 'confirmSignUp').username).toBe(username)
})

it('answers in its own tab if the others wait for another user', async () => {
  const { testPool, first, second } = await signUpAndOpenTab()
  const grace = 'grace@example.com'
  await testPool.createUser(grace, password)
  const elsewhere = openBrowser(testPool.config).openTab()
  await elsewhere.auth.forgotPassword(grace)
  elsewhere.close()
  const answer = { code: testPool.codeFor(grace), newPassword: 'Another-Horse-2' }
  await second.auth.answerLink({ kind: 'resetPassword', username: grace, ...answer })
  expect(second.auth.getState()).toMatchObject({ status: 'signedIn', session: { email: grace } })
  await vi.waitFor(() => expect(first.auth.getState().status).toBe('signedIn'))
})
