import { afterEach, expect, it, vi } from 'vitest'
import { createDebugLog } from './debugLog.ts'

afterEach(() => {
  window.history.replaceState(null, '', '/')
  localStorage.clear()
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

it('is off unless it is asked for', () => {
  expect(createDebugLog()).toBeUndefined()
})

it('is on with ?debug, and prints one line for each command and state', () => {
  window.history.replaceState(null, '', '/sign-in?debug')
  const print = vi.spyOn(console, 'debug').mockReturnValue(undefined)
  const log = createDebugLog()
  log?.command('signIn', 'incorrectCredentials', 412.4)
  log?.state({ status: 'signedOut' })
  const answer = () => Promise.resolve()
  const username = 'ada@example.com'
  const challenge = { kind: 'setUpEmail', username, hasAlternatives: false } as const
  log?.state({
    status: 'challenge',
    challenge: { ...challenge, answer, tryAnotherMethod: answer },
  })
  expect(print.mock.calls).toEqual([
    ['[vault] signIn: incorrectCredentials (412 ms)'],
    ['[vault] state: signedOut'],
    ['[vault] state: challenge setUpEmail'],
  ])
})

it('is on with localStorage.debug, but not in a production build', () => {
  localStorage.setItem('debug', '1')
  expect(createDebugLog()).toBeDefined()
  vi.stubEnv('DEV', false)
  expect(createDebugLog()).toBeUndefined()
})
