import { IDBFactory } from 'fake-indexeddb'
import { describe, expect, it, vi } from 'vitest'
import type { VaultEnvironment } from '#vault/protocol/environment.ts'
import type { TabMemory } from '#vault/protocol/messages.ts'
import { attributesOf, expectChallenge, errorCode } from '#test/support/expectations.ts'
import { openBrowser, type Tab } from '#test/support/openBrowser.ts'
import { startCognito } from '#test/support/startCognito.ts'

const email = 'ada@example.com'
const password = 'Correct-Horse-1'
const ada = { username: email, password, rememberMe: false }

async function withAda() {
  const testPool = await startCognito()
  await testPool.createUser(email, password)
  return testPool
}

function session(tab: Tab) {
  const state = tab.auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not signed in: ${JSON.stringify(state)}`)
  return state.session
}

function refused(): Promise<never> {
  return Promise.reject(new DOMException('The request was denied.', 'SecurityError'))
}

function families(testPool: Awaited<ReturnType<typeof withAda>>) {
  return [...testPool.cognito.store.families.values()].map(({ revoked }) => revoked)
}

describe('a browser', () => {
  it('signs in, renews and signs out while it blocks storage and locks', async () => {
    const testPool = await withAda()
    const indexedDB = new IDBFactory()
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('The request was denied.', 'SecurityError')
    })
    const locks: LockManager = { query: refused, request: refused }
    const tab = openBrowser(testPool.config, { indexedDB, locks }).openTab()
    await tab.auth.signIn(ada)
    expect(await attributesOf(session(tab))).toMatchObject({ email })
    expect(await session(tab).signOut()).toEqual({ revoked: true })
  })

  it.each<[string, Partial<VaultEnvironment>]>([
    ['IndexedDB', { indexedDB: undefined }],
    ['Web Locks', { locks: undefined }],
    ['BroadcastChannel', { openChannel: () => undefined }],
  ])('keeps the session until its page is closed when it has no %s', async (_, lacking) => {
    const testPool = await withAda()
    const browser = openBrowser(testPool.config, lacking)
    const tab = browser.openTab()
    await tab.auth.signIn({ ...ada, rememberMe: true })
    await Promise.all([session(tab).renewTokens(), session(tab).renewTokens()])
    expect(await attributesOf(session(tab))).toMatchObject({ email })
    const second = browser.openTab()
    await second.auth.restored
    expect(second.auth.getState()).toEqual({ status: 'signedOut', losesSessions: true })
    expect(await session(tab).signOut()).toEqual({ revoked: true })
    expect(families(testPool)).toEqual([true])
  })

  function fullDisk() {
    const indexedDB = new IDBFactory()
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const opening = open(...given)
      opening.addEventListener('success', () => {
        const begin = opening.result.transaction.bind(opening.result)
        vi.spyOn(opening.result, 'transaction').mockImplementation((stores, mode, options) => {
          if (mode === 'readwrite') throw new DOMException('Full.', 'QuotaExceededError')
          return begin(stores, mode, options)
        })
      })
      return opening
    })
    return indexedDB
  }

  it.each([
    ['has no IndexedDB', undefined],
    ['has no room', fullDisk()],
  ])('rejects a federated sign-in with storageBlocked when it %s', async (_, indexedDB) => {
    const { config } = await withAda()
    const { auth } = openBrowser(config, { indexedDB }).openTab()
    const leaving = auth.startFederatedSignIn({
      domain: 'https://pool.test',
      scopes: ['openid'],
      provider: 'Google',
      redirectUri: 'https://portal.test/sign-in/callback',
      rememberMe: false,
      returnTo: '',
    })
    expect(await errorCode(leaving)).toBe('storageBlocked')
  })

  it('can end a session after its site data was cleared', async () => {
    const testPool = await withAda()
    const indexedDB = new IDBFactory()
    const databases: IDBDatabase[] = []
    const open = indexedDB.open.bind(indexedDB)
    vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
      const opening = open(...given)
      opening.addEventListener('success', () => databases.push(opening.result))
      return opening
    })
    const tab = openBrowser(testPool.config, { indexedDB }).openTab()
    await tab.auth.signIn(ada)
    for (const database of databases) database.close()
    expect(await attributesOf(session(tab))).toMatchObject({ email })
    expect(await session(tab).signOut()).toEqual({ revoked: true })
    expect(tab.auth.getState()).toMatchObject({ status: 'signedOut', reason: 'signedOutHere' })
    expect(families(testPool)).toEqual([true])
  })
})

describe('tabs', () => {
  it('all sign out, even if each has a session of its own', async () => {
    const testPool = await withAda()
    const browser = openBrowser({ ...testPool.config, session: { storage: 'memory' } })
    const [first, second] = [browser.openTab(), browser.openTab()]
    await first.auth.signIn(ada)
    await second.auth.signIn(ada)
    await session(first).signOut()
    await vi.waitFor(() => {
      const elsewhere = { status: 'signedOut', reason: 'signedOutElsewhere' }
      expect(second.auth.getState()).toEqual(elsewhere)
      expect(families(testPool)).toEqual([true, true])
    })
  })

  it('end with the last change, however quickly users sign in and out', async () => {
    const testPool = await withAda()
    const browser = openBrowser(testPool.config)
    const tabs = [browser.openTab(), browser.openTab(), browser.openTab()]
    await Promise.all(tabs.map(({ auth }) => auth.restored))
    for (const tab of [...tabs, ...tabs]) {
      await tab.auth.signIn(ada)
      await session(tab).signOut()
    }
    await vi.waitFor(() => {
      expect(tabs.map(({ auth }) => auth.getState().status)).toEqual(Array(3).fill('signedOut'))
    })
    expect(families(testPool).every(Boolean)).toBe(true)
  })

  it('show the session of another tab in the middle of a challenge', async () => {
    const testPool = await withAda()
    const browser = openBrowser(testPool.config)
    const [waiting, other] = [browser.openTab(), browser.openTab()]
    await waiting.auth.signUp({ username: 'new@example.com', password, attributes: {} })
    await other.auth.signIn(ada)
    await vi.waitFor(() => expect(session(waiting).email).toBe(email))
    expect(waiting.memory().pending).toBeUndefined()
    await session(waiting).signOut()
    expect(waiting.auth.getState()).toEqual({ status: 'signedOut', reason: 'signedOutHere' })
  })

  it('leave no session behind that no tab can end', async () => {
    const testPool = await withAda()
    const browser = openBrowser(testPool.config)
    const [first, second] = [browser.openTab(), browser.openTab()]
    await Promise.all([first.auth.signIn(ada), second.auth.signIn(ada)])
    await vi.waitFor(() => expect(families(testPool).filter((revoked) => !revoked)).toHaveLength(1))
  })

  it('start although they have stored a challenge that this version does not know', async () => {
    const testPool = await withAda()
    // A challenge as another version might have stored it.
    const remembered = JSON.parse(
      '{"browserSessionId":"x","pending":{"kind":"confirmSignUp"}}',
    ) as TabMemory
    const { auth } = openBrowser(testPool.config).openTab(remembered)
    await auth.restored
    expect(await errorCode(auth.signIn(ada))).toBe('admitted')
  })
})

describe('a session', () => {
  it('survives a renewal that a trigger of the pool refuses', async () => {
    const testPool = await withAda()
    const tab = openBrowser(testPool.config).openTab()
    await tab.auth.signIn(ada)
    testPool.answerInstead('GetUser', () => refusedWith('NotAuthorizedException'))
    testPool.answerInstead('GetTokensFromRefreshToken', () =>
      refusedWith('UserLambdaValidationException'),
    )
    expect(await errorCode(session(tab).callCognito('GetUser', {}))).toBe('refusedByPool')
    expect(tab.auth.getState().status).toBe('signedIn')
  })
})

describe('a sign-up that the pool confirms by itself', () => {
  it('leads to the sign-in page when the sign-in after it fails', async () => {
    const testPool = await startCognito()
    const { auth } = openBrowser(testPool.config).openTab()
    testPool.answerInstead('SignUp', () => Response.json({ UserConfirmed: true, UserSub: 'x' }))
    testPool.answerInstead('InitiateAuth', () => new Response('', { status: 503 }))
    await auth.signUp({ username: email, password, attributes: {} })
    expect(auth.getState()).toEqual({ status: 'signedOut', reason: 'confirmed', username: email })
  })
})

describe('a password reset by an administrator', () => {
  it('can be finished with the earlier code when the sending limit is reached', async () => {
    const testPool = await withAda()
    await testPool.call('AdminResetUserPassword', { Username: email })
    const code = testPool.codeFor(email)
    const { auth } = openBrowser(testPool.config).openTab()
    testPool.answerInstead('ForgotPassword', () => refusedWith('LimitExceededException'))
    await auth.signIn({ ...ada, rememberMe: true })
    await expectChallenge(auth.getState(), 'resetPassword').answer({
      code,
      newPassword: 'Another-Horse-2',
    })
    expect(auth.getState().status).toBe('signedIn')
  })
})

function refusedWith(__type: string): Response {
  return Response.json({ __type, message: '' }, { status: 400 })
}
