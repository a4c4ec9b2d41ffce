import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { browserPatienceMs } from '#vault/protocol/askBrowser.ts'
import { readEnvironment, type VaultEnvironment } from '#vault/protocol/environment.ts'
import {
  alteredDisk,
  channelOf,
  countCrypto,
  crash,
  losingSessions,
  muteTransactions,
  refuse,
  scope,
  silent,
  silentOpen,
} from '#test/support/brokenFeatures.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { fakeTimers } from '#test/support/movedTime.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito, type TestPool } from '#test/support/startCognito.ts'

// A browser without one feature, or with one that throws or never answers: users sign in, or read what is missing.

beforeEach(() => void vi.spyOn(console, 'info').mockReturnValue(undefined))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const ada = { username: email, password, rememberMe: true }

/** The limit for whatever waits for the browser. */
const limitMs = 5000

async function openAda(differences: Partial<VaultEnvironment>) {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  const runningCrypto = countCrypto()
  fakeTimers()
  const browser = openBrowser(testPool.config, differences)
  return {
    testPool: { ...testPool, isIdle: () => testPool.isIdle() && runningCrypto() === 0 },
    browser,
    tab: browser.openTab(),
  }
}

/** Waits for the promise while the time moves on in small steps. @returns how long it took, of the moved time. */
async function timeOf(
  testPool: Pick<TestPool, 'isIdle'>,
  promise: Promise<unknown>,
): Promise<number> {
  const start = Date.now()
  const settled: number[] = []
  const note = () => settled.push(Date.now())
  promise.then(note, note)
  while (settled.length === 0) {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate)
    if (testPool.isIdle()) await vi.advanceTimersByTimeAsync(50)
  }
  await promise
  return (settled[0] ?? Infinity) - start
}

function session(tab: Tab) {
  const state = tab.auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

describe.each(Object.entries(losingSessions))('where %s', (_, lacking) => {
  it('signs in without being kept signed in, and says so before', async () => {
    const { testPool, browser, tab } = await openAda(lacking())
    expect(await timeOf(testPool, tab.auth.restored)).toBeLessThanOrEqual(limitMs)
    expect(tab.auth.getState()).toEqual({ status: 'signedOut', losesSessions: true })

    expect(await timeOf(testPool, tab.auth.signIn(ada))).toBeLessThanOrEqual(limitMs)
    expect(await attributesOf(session(tab))).toMatchObject({ email })
    const renewing = session(tab).renewTokens()
    expect(await timeOf(testPool, renewing)).toBeLessThanOrEqual(limitMs)

    const signingOut = session(tab).signOut()
    expect(await timeOf(testPool, signingOut)).toBeLessThanOrEqual(limitMs)
    expect(tab.auth.getState()).toMatchObject({ reason: 'signedOutHere', losesSessions: true })

    await timeOf(testPool, tab.auth.signIn(ada))
    const reloaded = browser.reload(tab)
    await timeOf(testPool, reloaded.auth.restored)
    expect(reloaded.auth.getState().status).toBe('signedOut')
  })
})

describe('a browser whose IndexedDB falls silent', () => {
  it('goes on in memory, and is waited for once', async () => {
    let isSilent = false
    const indexedDB = alteredDisk(muteTransactions(() => isSilent))
    const { testPool, tab } = await openAda({ indexedDB })
    await timeOf(testPool, tab.auth.signIn(ada))
    isSilent = true
    const first = await timeOf(testPool, session(tab).renewTokens())
    expect(first).toBeGreaterThanOrEqual(browserPatienceMs)
    expect(first).toBeLessThanOrEqual(limitMs)
    expect(await timeOf(testPool, session(tab).renewTokens())).toBeLessThan(browserPatienceMs)
    expect(await timeOf(testPool, session(tab).signOut())).toBeLessThan(browserPatienceMs)
    expect(tab.auth.getState()).toMatchObject({ reason: 'signedOutHere', losesSessions: true })
  })

  it('and answers late does not find what was given up', async () => {
    const held: (() => void)[] = []
    const indexedDB = alteredDisk((disk) => {
      const open = disk.open.bind(disk)
      vi.spyOn(disk, 'open').mockImplementation((...given) => {
        const opening = open(...given)
        return new Proxy(opening, {
          get: (_, name) => Reflect.get(opening, name, opening) as unknown,
          set: (_, name, handler: (this: IDBRequest, event: Event) => void) => {
            const late = (event: Event) => held.push(() => handler.call(opening, event))
            return Reflect.set(opening, name, name === 'onsuccess' ? late : handler, opening)
          },
        })
      })
    })
    const { testPool, browser, tab } = await openAda({ indexedDB })
    await timeOf(testPool, tab.auth.signIn(ada))
    for (const release of held) release()
    await session(tab).signOut()
    vi.restoreAllMocks()
    vi.useRealTimers()
    const reloaded = browser.reload(tab)
    await reloaded.auth.restored
    expect(reloaded.auth.getState()).toEqual({ status: 'signedOut' })
  })
})

describe('a BroadcastChannel that does not deliver', () => {
  it.each([
    ['silently', () => undefined],
    ['by throwing', refuse],
  ])('%s leaves both tabs usable; the other leaves at its next call', async (_, postMessage) => {
    class Channel {
      onmessage = null
      postMessage = postMessage
      close() {}
    }
    const { testPool, browser, tab } = await openAda({ openChannel: channelOf(Channel) })
    await timeOf(testPool, tab.auth.signIn(ada))
    const other = browser.openTab()
    await other.auth.restored
    expect(await attributesOf(session(other))).toMatchObject({ email })
    await session(tab).signOut()
    expect(await errorCode(session(other).callCognito('GetUser', {}))).toBe('notSignedIn')
    expect(other.auth.getState().status).toBe('signedOut')
  })
})

describe('a browser that cannot sign in anybody', () => {
  it.each([
    ['crypto.subtle', { crypto: { randomUUID: crypto.randomUUID.bind(crypto) } }],
    ['crypto.randomUUID', { crypto: { subtle: crypto.subtle } }],
    ['AbortSignal.timeout', { AbortSignal: {} }],
  ])('is told that it lacks %s', async (feature, difference) => {
    const environment = readEnvironment({ ...scope, ...difference })
    const { tab } = await openAda({ missing: environment.missing })
    const refusal = { code: 'unsupportedBrowser', detail: feature }
    await expect(tab.auth.restored).rejects.toMatchObject(refusal)
    await expect(tab.auth.signIn(ada)).rejects.toMatchObject(refusal)
  })

  it('is told when the getter throws', () => {
    const throwing = {
      ...scope,
      get crypto() {
        return refuse()
      },
    }
    expect(readEnvironment(throwing).missing).toBe('crypto.subtle')
    expect(readEnvironment(scope).missing).toBeUndefined()
  })

  it.each([
    ['does not answer', silent],
    ['refuses', () => Promise.reject(new DOMException('No.', 'NotSupportedError'))],
    ['throws', crash],
  ])('is told when crypto.subtle %s', async (_, use) => {
    const { testPool, tab } = await openAda({})
    const importKey = crypto.subtle.importKey.bind(crypto.subtle)
    // Only the key of the SRP proof: the local Cognito runs in this process, too.
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation((...given: unknown[]) => {
      const [, key, algorithm] = given
      const isProof =
        key instanceof Uint8Array && key.length === 16 && typeof algorithm === 'object'
      return isProof ? use() : (Reflect.apply(importKey, crypto.subtle, given) as Promise<never>)
    })
    const signingIn = tab.auth.signIn(ada).catch((error: unknown) => error)
    expect(await timeOf(testPool, signingIn)).toBeLessThanOrEqual(limitMs)
    expect(await signingIn).toMatchObject({ code: 'unsupportedBrowser', detail: 'crypto.subtle' })
  })

  it('signs in where only the keys of the storage fail', async () => {
    const { testPool, tab } = await openAda({})
    const generateKey = crypto.subtle.generateKey.bind(crypto.subtle)
    // The local Cognito's keys can be exported.
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation((...given: unknown[]) =>
      given[1] === false
        ? crash()
        : (Reflect.apply(generateKey, crypto.subtle, given) as Promise<never>),
    )
    await timeOf(testPool, tab.auth.signIn(ada))
    expect(await attributesOf(session(tab))).toMatchObject({ email })
  })
})

it('a federated sign-in says within the limit that it needs storage', async () => {
  const { testPool, tab } = await openAda({ indexedDB: alteredDisk(silentOpen), locks: undefined })
  const leaving = tab.auth.startFederatedSignIn({
    domain: 'https://pool.test',
    scopes: ['openid'],
    provider: 'Google',
    redirectUri: 'https://portal.test/sign-in/callback',
    rememberMe: false,
    returnTo: '',
  })
  const code = errorCode(leaving)
  expect(await timeOf(testPool, code)).toBeLessThanOrEqual(limitMs)
  expect(await code).toBe('storageBlocked')
})
