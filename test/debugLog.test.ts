import { Secret, TOTP } from 'otpauth'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { expectChallenge, errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const username = 'ada@example.com'
const password = 'Correct-Horse-1'
const wrongPassword = 'Wrong-Horse-1'

it('logs commands with outcome and duration, and states, but no password, code or token', async () => {
  const testPool = await startCognito()
  await testPool.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    SoftwareTokenMfaConfiguration: { Enabled: true },
  })
  await testPool.createUser(username, password)
  const lines: string[] = []
  const { auth } = openBrowser(testPool.config).openTab(undefined, {
    command(name, outcome, milliseconds) {
      expect(milliseconds).toBeGreaterThan(0)
      lines.push(`${name}: ${outcome}`)
    },
    state: (state) => lines.push(JSON.stringify(state.status)),
  })

  await errorCode(auth.signIn({ username, password: wrongPassword, rememberMe: false }))
  await auth.signIn({ username, password, rememberMe: false })
  const setUp = expectChallenge(auth.getState(), 'setUpTotp')
  const code = new TOTP({ secret: Secret.fromBase32(setUp.secret) }).generate()
  await setUp.answer({ code, deviceName: '' })
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error('not signed in')
  await state.session.callCognito('GetUser', {})
  await state.session.signOut()

  expect(lines).toEqual([
    '"signedOut"',
    'start: done',
    'signIn: incorrectCredentials',
    '"challenge"',
    'signIn: done',
    '"signedIn"',
    'answerChallenge: done',
    'account.callCognito: done',
    '"signedOut"',
    'signOut: done',
  ])
  const log = lines.join('\n')
  for (const secret of [password, wrongPassword, code, setUp.secret, username, 'eyJ']) {
    expect(log).not.toContain(secret)
  }
})
