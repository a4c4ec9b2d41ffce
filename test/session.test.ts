import { attributesOf } from '#test/support/expectations.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Session } from '#auth/state.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const minutes = 60_000

// Fakes the date only: it moves the vault, the local Cognito and the tokens together, while timers still run.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

function pass(duration: number) {
  vi.setSystemTime(Date.now() + duration)
}

async function signedIn({ rememberMe = false, testPool = startCognito() } = {}) {
  const cognito = await testPool
  await cognito.createUser(email, password)
  const browser = openBrowser(cognito.config)
  const tab = browser.openTab()
  await tab.auth.signIn({ username: email, password, rememberMe })
  return { cognito, browser, tab }
}

function session(tab: Tab): Session {
  const state = tab.auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

function stateOf(tab: Tab): unknown {
  const state = tab.auth.getState()
  return state.status === 'signedOut' ? state : state.status
}

describe('a session', () => {
  it('survives a reload of its tab', async () => {
    const { browser, tab } = await signedIn()
    const again = browser.reload(tab)
    await again.auth.restored
    expect(await attributesOf(session(again))).toMatchObject({ email })
  })

  it('is shared with a second tab, and ends in both at sign-out', async () => {
    const { browser, tab } = await signedIn()
    const second = browser.openTab()
    await second.auth.restored
    expect(session(second).email).toBe(email)
    expect(await session(second).signOut()).toEqual({ revoked: true })
    expect(stateOf(second)).toEqual({ status: 'signedOut', reason: 'signedOutHere' })
    await vi.waitFor(() => {
      expect(stateOf(tab)).toEqual({ status: 'signedOut', reason: 'signedOutElsewhere' })
    })
  })

  it('is shown in a tab that was open and signed out', async () => {
    const cognito = await startCognito()
    await cognito.createUser(email, password)
    const browser = openBrowser(cognito.config)
    const [first, second] = [browser.openTab(), browser.openTab()]
    await second.auth.restored
    await first.auth.signIn({ username: email, password, rememberMe: false })
    await vi.waitFor(() => expect(session(second).email).toBe(email))
  })

  it('ends with the browser without "Keep me signed in"', async () => {
    const { browser, tab } = await signedIn()
    tab.close()
    const later = browser.openTab()
    await later.auth.restored
    expect(stateOf(later)).toEqual({ status: 'signedOut' })
  })

  it('outlives the browser with "Keep me signed in"', async () => {
    const { browser, tab } = await signedIn({ rememberMe: true })
    tab.close()
    const later = browser.openTab()
    await later.auth.restored
    expect(session(later).email).toBe(email)
  })

  it('is lost with the page if nothing may be stored on disk', async () => {
    const cognito = await startCognito()
    await cognito.createUser(email, password)
    const browser = openBrowser({ ...cognito.config, session: { storage: 'memory' } })
    const tab = browser.openTab()
    await tab.auth.signIn({ username: email, password, rememberMe: true })
    expect(session(tab).email).toBe(email)
    const again = browser.reload(tab)
    await again.auth.restored
    expect(stateOf(again)).toEqual({ status: 'signedOut' })
  })

  it('says when it ends, if the config has the validity', async () => {
    const { tab } = await signedIn()
    const { signedInAt, sessionEndsAt } = session(tab)
    expect(sessionEndsAt).toBe(signedInAt + 12 * 60 * minutes)
  })
})

describe('renewal', () => {
  it('happens by itself when the access token has expired, and keeps the time of the sign-in', async () => {
    const { tab } = await signedIn()
    const { signedInAt, accessExpiresAt } = session(tab)
    pass(20 * minutes)
    await session(tab).callCognito('GetUser', {})
    expect(session(tab).accessExpiresAt).toBeGreaterThan(accessExpiresAt)
    expect(session(tab).signedInAt).toBe(signedInAt)
  })

  it('works for a client that does not rotate its refresh tokens', async () => {
    const testPool = startCognito({
      client: {
        RefreshTokenRotation: { Feature: 'DISABLED' },
        ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'],
      },
    })
    const { tab } = await signedIn({ testPool })
    for (let hour = 0; hour < 3; hour += 1) {
      pass(60 * minutes)
      expect(await attributesOf(session(tab))).toMatchObject({ email })
    }
  })

  it('happens once for many calls, in one tab and across tabs', async () => {
    const { cognito, browser, tab } = await signedIn()
    const tabs = [tab, browser.openTab(), browser.openTab()]
    await Promise.all(tabs.map(({ auth }) => auth.restored))
    const before = cognito.cognito.store.refreshTokens.size
    for (let round = 0; round < 5; round += 1) {
      pass(20 * minutes)
      await Promise.all([...tabs, ...tabs].map((open) => session(open).callCognito('GetUser', {})))
    }
    expect(cognito.cognito.store.refreshTokens.size - before).toBe(5)
  })

  it('signs out when Cognito refuses, and keeps the username', async () => {
    const { cognito, browser, tab } = await signedIn()
    const second = browser.openTab()
    await second.auth.restored
    await cognito.call('AdminUserGlobalSignOut', { Username: email })
    await expect(session(tab).callCognito('GetUser', {})).rejects.toMatchObject({
      code: 'notSignedIn',
    })
    const revoked = { status: 'signedOut', reason: 'revoked', username: email }
    expect(stateOf(tab)).toEqual(revoked)
    await vi.waitFor(() => expect(stateOf(second)).toMatchObject({ status: 'signedOut' }))
    const later = browser.openTab()
    await later.auth.restored
    expect(stateOf(later)).toEqual({ status: 'signedOut' })
  })

  it('signs out when the refresh token has expired', async () => {
    const { tab } = await signedIn()
    pass(13 * 60 * minutes)
    await expect(session(tab).callCognito('GetUser', {})).rejects.toMatchObject({
      code: 'notSignedIn',
    })
    expect(stateOf(tab)).toMatchObject({ reason: 'sessionExpired' })
  })

  it.each([
    ['a server error', 500, 'serviceUnavailable'],
    ['too many requests', 429, 'tooManyRequests'],
  ])('survives %s', async (_, status, code) => {
    const { cognito, tab } = await signedIn()
    pass(20 * minutes)
    cognito.answerInstead('GetTokensFromRefreshToken', () => Response.json({}, { status }))
    await expect(session(tab).callCognito('GetUser', {})).rejects.toMatchObject({ code })
    expect(tab.auth.getState().status).toBe('signedIn')
    cognito.recover()
    expect(await attributesOf(session(tab))).toMatchObject({ email })
  })

  it('does not bring back a session that has ended in the meantime', async () => {
    const { browser, tab } = await signedIn()
    const second = browser.openTab()
    await second.auth.restored
    pass(20 * minutes)
    const renewing = session(tab)
      .callCognito('GetUser', {})
      .catch(() => undefined)
    await session(second).signOut()
    await renewing
    const third = browser.openTab(tab.memory())
    await third.auth.restored
    expect(stateOf(third)).toEqual({ status: 'signedOut' })
    await vi.waitFor(() => expect(stateOf(tab)).toMatchObject({ status: 'signedOut' }))
  })
})

describe('sign-out', () => {
  it('revokes the refresh token at Cognito', async () => {
    const { cognito, tab } = await signedIn()
    await session(tab).signOut()
    expect([...cognito.cognito.store.families.values()].every(({ revoked }) => revoked)).toBe(true)
  })

  it('ends the session here even when Cognito cannot be reached', async () => {
    const { cognito, browser, tab } = await signedIn({ rememberMe: true })
    cognito.answerInstead('RevokeToken', () => Response.json({}, { status: 503 }))
    expect(await session(tab).signOut()).toEqual({ revoked: false })
    const later = browser.openTab()
    await later.auth.restored
    expect(stateOf(later)).toEqual({ status: 'signedOut' })
  })

  it('leaves the session alone where Cognito has to end it first, and cannot be reached', async () => {
    const { cognito, tab } = await signedIn()
    cognito.answerInstead('GlobalSignOut', () => Response.error())
    cognito.answerInstead('DeleteUser', () => Response.error())
    await expect(session(tab).signOutEverywhere()).rejects.toMatchObject({ code: 'network' })
    await expect(session(tab).deleteUser()).rejects.toMatchObject({ code: 'network' })
    expect(session(tab).email).toBe(email)
  })

  it('lets another user sign in', async () => {
    const { cognito, browser, tab } = await signedIn()
    await cognito.createUser('grace@example.com', password)
    const second = browser.openTab()
    await second.auth.restored
    const ada = session(second)
    await session(tab).signOut()
    const grace = { username: 'grace@example.com', password, rememberMe: false }
    await tab.auth.signIn(grace)
    await vi.waitFor(() => expect(session(second).email).toBe('grace@example.com'))
    expect(await attributesOf(session(second))).toMatchObject({
      email: 'grace@example.com',
    })
    // A command of one user must never run with the token of another.
    await expect(ada.callCognito('GetUser', {})).rejects.toMatchObject({ code: 'notSignedIn' })
  })
})
