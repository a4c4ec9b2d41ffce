import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { errorCode } from '#test/support/expectations.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

// Rotations of the refresh token, in numbers that chance does not explain.

// Fakes the date only, as in session.test.ts.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const action = 'GetTokensFromRefreshToken'
const seconds = 1000
const minutes = 60 * seconds

async function open(RetryGracePeriodSeconds: number) {
  const testPool = await startCognito({
    client: { RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds } },
  })
  await testPool.createUser(email, password)
  const browser = openBrowser(testPool.config)
  const tab = browser.openTab()
  await tab.auth.signIn({ username: email, password, rememberMe: true })
  return { testPool, browser, tab }
}

function read({ auth }: Tab) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return errorCode(state.session.callCognito('GetUser', {}))
}

function pass(duration: number) {
  vi.setSystemTime(Date.now() + duration)
}

it('rotates once for six tabs, 40 times in a row, without a grace period', async () => {
  const { testPool, browser, tab } = await open(0)
  const tabs = [tab, ...Array.from({ length: 5 }, () => browser.openTab())]
  await Promise.all(tabs.map(({ auth }) => auth.restored))
  let refreshes = 0
  testPool.answerInstead(action, () => {
    refreshes += 1
    return undefined
  })
  const outcomes: unknown[] = []
  for (let round = 0; round < 40; round += 1) {
    pass(16 * minutes)
    outcomes.push(...(await Promise.all(tabs.map(read))))
  }
  expect(refreshes).toBe(40)
  expect(new Set(outcomes)).toEqual(new Set(['admitted']))
})

it('survives 20 times that its only tab is closed in the middle of a rotation', async () => {
  const { testPool, browser, tab } = await open(60)
  let present = tab
  for (let round = 0; round < 20; round += 1) {
    pass(16 * minutes)
    let rotated = () => {}
    const rotation = new Promise<void>((resolve) => {
      rotated = resolve
    })
    let close = () => {}
    const closed = new Promise<void>((resolve) => {
      close = resolve
    })
    testPool.answerInstead(action, async (request) => {
      await testPool.cognito.handle(request.clone())
      rotated()
      // The answer does not reach the tab any more.
      await closed
      return Response.error()
    })
    const reading = read(present)
    await rotation
    present.close()
    close()
    void reading
    testPool.recover()
    pass(30 * seconds)
    present = browser.openTab()
    await present.auth.restored
    expect(await read(present)).toBe('admitted')
  }
})
