import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Auth } from '#auth/auth.ts'
import { createAuth } from '#auth/createAuth.ts'
import type { AuthEvent } from '#auth/events/authEvent.ts'
import { errorCode } from '#test/support/expectations.ts'
import { openBrowser } from '#test/support/openBrowser.ts'
import { openRecordedTab } from '#test/support/recordEvents.ts'
import { startCognito } from '#test/support/startCognito.ts'
import { expectConsoleError } from '#test/support/setup.ts'

// Events of a session: restored, renewed, ended, and from other tabs.

beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

const username = 'ada@example.com'
const password = 'Correct-Horse-1'
const credentials = { username, password, rememberMe: true }

function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${state.status}`)
  return state.session
}

/** Ada has signed in. */
async function signedIn() {
  const testPool = await startCognito()
  await testPool.createUser(username, password)
  const browser = openBrowser(testPool.config)
  const recorded = await openRecordedTab(browser)
  await recorded.auth.signIn(credentials)
  return { testPool, browser, ...recorded, last: () => recorded.lines().at(-1) }
}

describe('a session', () => {
  it('is restored by a reload, which needs no sign-in', async () => {
    const { browser, tab } = await signedIn()
    const again = await openRecordedTab(browser, '/account/password', tab)
    expect(again.lines()).toEqual(['opened account signedIn'])
  })

  it('is renewed, in every tab', async () => {
    const { browser, auth, last } = await signedIn()
    const second = await openRecordedTab(browser)
    vi.setSystemTime(Date.now() + 20 * 60_000)
    await session(auth).renewTokens()
    expect(last()).toBe('renewed')
    await vi.waitFor(() => expect(second.lines().at(-1)).toBe('renewed'))
  })

  it('is not taken for renewed by what else happens in it', async () => {
    const { auth, lines } = await signedIn()
    await session(auth).callCognito('GetUser', {})
    await session(auth).reauthenticate(password)
    expect(lines()).not.toContain('renewed')
  })

  it('of another tab begins here, too', async () => {
    const testPool = await startCognito()
    await testPool.createUser(username, password)
    const browser = openBrowser(testPool.config)
    const first = await openRecordedTab(browser)
    const second = await openRecordedTab(browser)
    await first.auth.signIn(credentials)
    await vi.waitFor(() => expect(second.lines().at(-1)).toBe('signedInElsewhere'))
  })
})

describe('a session ends', () => {
  it('here and in the other tabs by signing out', async () => {
    const { browser, auth, last } = await signedIn()
    const second = await openRecordedTab(browser)
    await session(auth).signOut()
    expect(last()).toBe('ended signedOutHere')
    await vi.waitFor(() => expect(second.lines().at(-1)).toBe('ended signedOutElsewhere'))
  })

  it('with its refresh token', async () => {
    const { auth, last } = await signedIn()
    vi.setSystemTime(Date.now() + 13 * 3_600_000)
    expect(await errorCode(session(auth).renewTokens())).not.toBe('admitted')
    expect(last()).toBe('ended sessionExpired')
  })

  it('with its account', async () => {
    const { auth, last } = await signedIn()
    await session(auth).deleteUser()
    expect(last()).toBe('ended accountDeleted')
  })

  it('everywhere', async () => {
    const { auth, last } = await signedIn()
    await session(auth).signOutEverywhere()
    expect(last()).toBe('ended signedOutHere')
  })

  it('when another user signs in, in another tab', async () => {
    const { testPool, browser, lines } = await signedIn()
    await testPool.createUser('grace@example.com', password)
    const second = await openRecordedTab(browser)
    await second.auth.signIn({ ...credentials, username: 'grace@example.com' })
    await vi.waitFor(() =>
      expect(lines().slice(-2)).toEqual(['ended replaced', 'signedInElsewhere']),
    )
  })

  it('and the next sign-in begins with its form again', async () => {
    const { auth, lines } = await signedIn()
    await session(auth).signOut()
    auth.prepareSignIn()
    await auth.signIn(credentials)
    expect(lines().slice(-4)).toEqual([
      'ended signedOutHere',
      'shown signIn',
      'begun signIn form USER_SRP_AUTH',
      'finished signIn form USER_SRP_AUTH true',
    ])
  })
})

it('measures each step in whole milliseconds, by a clock that nobody can set', async () => {
  vi.useRealTimers()
  vi.useFakeTimers({ toFake: ['Date', 'performance'] })
  const { auth, events } = await signedIn()
  vi.advanceTimersByTime(60_000)
  // A clock that is set back.
  vi.setSystemTime(Date.now() - 3_600_000)
  await session(auth).signOut()
  expect(events.find(({ name }) => name === 'ended')).toMatchObject({ ms: 60_000 })
  const times = events.flatMap((event) => ['ms' in event ? (event.ms ?? 0) : 0, event.at])
  expect(times.filter((time) => !Number.isInteger(time))).toEqual([])
})

it('a receiver that throws is reported, and stops neither events nor the sign-in', async () => {
  expectConsoleError(/broken receiver/)
  const testPool = await startCognito()
  await testPool.createUser(username, password)
  let count = 0
  vi.stubGlobal('location', { pathname: '/sign-in' })
  const { auth } = openBrowser(testPool.config).openTab(undefined, undefined, {
    onEvent() {
      count += 1
      throw new Error('broken receiver')
    },
  })
  await auth.signIn(credentials)
  expect(auth.getState().status).toBe('signedIn')
  await vi.waitFor(() => expect(count).toBe(4))
})

it.each([
  ['failed', 'network'],
  ['error', 'unexpected'],
] as const)('a vault that does not start is told: %s', async (kind, code) => {
  vi.stubGlobal('location', { pathname: '/sign-in' })
  const testPool = await startCognito()
  const { port1: page, port2: vault } = new MessageChannel()
  vault.addEventListener('message', ({ data }: MessageEvent<{ id: number }>) =>
    vault.postMessage({ kind, id: data.id, code, error: { code } }),
  )
  vault.start()
  const events: AuthEvent[] = []
  const onEvent = (event: AuthEvent) => events.push(event)
  const tab = { browserSessionId: '' }
  const auth = createAuth(page, {
    config: testPool.config,
    tab,
    remember() {},
    events: { onEvent },
  })
  expect(await errorCode(auth.restored)).toBe(code)
  await vi.waitFor(() => expect(events).toMatchObject([{ name: 'notStarted', code }]))
  page.close()
})
