import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { logoutUrl } from '#account/logoutUrl.ts'
import type { Auth } from '#auth/auth.ts'
import { attributesOf, errorCode } from '#test/support/expectations.ts'
import { network } from '#test/support/network.ts'
import { ada, openGoogle } from '#test/support/openGoogle.ts'

// Sign-in with an identity provider: the redirect there, and the callback.
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const trackedDevices = {
  ChallengeRequiredOnNewDevice: true,
  DeviceOnlyRememberedOnUserPrompt: false,
}

function session(auth: Auth) {
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error(`not in: ${JSON.stringify(state)}`)
  return state.session
}

const finish = (auth: Auth, query: string) => auth.finishFederatedSignIn({ query })

it('signs in the user of the provider, once, and returns to the page they came from', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const query = await comeBack(await leave())
  expect(await finish(auth, query)).toEqual({ returnTo: '?next=%2Fadmin' })
  expect(auth.getState()).toMatchObject({ session: { email: 'ada@example.com' } })
  expect(await finish(auth, query)).toMatchObject({ refused: { code: 'challengeExpired' } })
})

it('says when the provider refused the user, and returns to the page they came from', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const query = await comeBack(await leave(), { refuse: 'true' })
  expect(await finish(auth, query)).toEqual({
    returnTo: '?next=%2Fadmin',
    refused: { code: 'federationDenied' },
  })
})

it('refuses the callback of another sign-in, and one that is late', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const other = await comeBack(await leave())
  const query = await comeBack(await leave())
  expect(await finish(auth, other)).toEqual({
    returnTo: '',
    refused: { code: 'challengeExpired' },
  })
  vi.setSystemTime(Date.now() + 31 * 60_000)
  expect(await finish(auth, query)).toMatchObject({ refused: { code: 'challengeExpired' } })
  expect(auth.getState().status).toBe('signedOut')
})

it('refuses a code for another verifier, and a token with another nonce', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const pkce = await leave()
  pkce.searchParams.set('code_challenge', 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM')
  expect(await finish(auth, await comeBack(pkce))).toMatchObject({
    refused: { code: 'challengeExpired' },
  })
  const nonce = await leave()
  nonce.searchParams.set('nonce', 'another')
  expect(await finish(auth, await comeBack(nonce))).toMatchObject({
    refused: { code: 'unexpected', field: 'nonce' },
  })
  expect(auth.getState().status).toBe('signedOut')
})

it('reports a scope that the client may not request as misconfigured', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  const query = await comeBack(await leave(['openid', 'phone']))
  expect(query).toContain('invalid_scope')
  expect(await finish(auth, query)).toMatchObject({ refused: { code: 'misconfigured' } })
})

describe('a session that began over the domain', () => {
  /** The ID token has no `identities`, as where the client may not read that attribute. */
  async function signedIn() {
    const google = await openGoogle()
    const { auth, leave, comeBack, testPool } = google
    const query = await comeBack(await leave())
    for (const user of testPool.cognito.store.users.values()) delete user.attributes['identities']
    await finish(auth, query)
    expect((await session(auth).claims()).id).not.toHaveProperty('identities')
    return google
  }

  /** Where signing out leads the browser to. */
  const logoutOf = (auth: Auth, { config }: Awaited<ReturnType<typeof openGoogle>>) => {
    vi.stubGlobal('window', { location: { origin: 'https://app.test' } })
    return logoutUrl(session(auth), config)
  }

  it('is ended there, too, also after a renewal and a reload, and in another tab', async () => {
    const google = await signedIn()
    const { auth, browser, tab, domain } = google
    expect(logoutOf(auth, google)).toContain(`${domain}/logout?`)
    await session(auth).renewTokens()
    expect(logoutOf(auth, google)).toContain(`${domain}/logout?`)
    const other = browser.openTab()
    await other.auth.restored
    expect(logoutOf(other.auth, google)).toContain(`${domain}/logout?`)
    const again = browser.reload(tab)
    await again.auth.restored
    expect(logoutOf(again.auth, google)).toContain(`${domain}/logout?`)
  })

  it('is ended here only if it began with a password, also of a user who is linked', async () => {
    const google = await openGoogle()
    const { auth, testPool } = google
    const native = { username: 'ada@example.com', password: 'Correct-Horse-1', rememberMe: false }
    await testPool.createUser(native.username, native.password)
    for (const user of testPool.cognito.store.users.values()) user.attributes['identities'] = '[{}]'
    await auth.signIn(native)
    expect((await session(auth).claims()).id).toHaveProperty('identities')
    expect(logoutOf(auth, google)).toBeUndefined()
  })

  it('is renewed at the domain in a pool that tracks devices', async () => {
    const { auth, testPool } = await signedIn()
    await testPool.call('UpdateUserPool', { DeviceConfiguration: trackedDevices })
    for (let hour = 1; hour < 4; hour += 1) {
      vi.setSystemTime(Date.now() + 3_600_000)
      expect(await attributesOf(session(auth))).toMatchObject({ email: ada.email })
    }
  })

  it('ends where the domain refuses the renewal, too, and not where it cannot be reached', async () => {
    const { auth, testPool, domain } = await signedIn()
    await testPool.call('UpdateUserPool', { DeviceConfiguration: trackedDevices })
    let isDown = true
    network.use(
      http.post(`${domain}/oauth2/token`, () =>
        isDown ? new Response('', { status: 503 }) : undefined,
      ),
    )
    expect(await errorCode(session(auth).renewTokens())).toBe('serviceUnavailable')
    isDown = false
    await session(auth).renewTokens()
    await testPool.call('AdminUserGlobalSignOut', { Username: session(auth).username })
    expect(await errorCode(session(auth).renewTokens())).toBe('notSignedIn')
    expect(auth.getState()).toMatchObject({ status: 'signedOut', reason: 'revoked' })
  })
})

it('goes on without the scope for account actions, which are refused without a renewal', async () => {
  const { auth, leave, comeBack } = await openGoogle()
  await finish(auth, await comeBack(await leave(['openid', 'email'])))
  const state = auth.getState()
  if (state.status !== 'signedIn') throw new Error('not signed in')
  let code: unknown
  const actions = await network.actionsDuring(async () => {
    code = await errorCode(state.session.callCognito('ListDevices', {}))
  })
  expect(code).toBe('insufficientScope')
  expect(actions).toEqual(['ListDevices'])
  expect(await errorCode(state.session.renewTokens())).toBe('admitted')
  expect(auth.getState().status).toBe('signedIn')
})

it.each([
  ['403 and a page', () => HttpResponse.html('<h1>Blocked</h1>', { status: 403 }), 'blocked'],
  ['405 and a captcha', () => new Response('', { status: 405 }), 'blocked'],
  ['429', () => new Response('', { status: 429 }), 'tooManyRequests'],
  ['503 and a page', () => HttpResponse.html('', { status: 503 }), 'serviceUnavailable'],
  [
    'invalid_client',
    () => Response.json({ error: 'invalid_client' }, { status: 400 }),
    'misconfigured',
  ],
  ['200 and a page', () => HttpResponse.html('<h1>Hello</h1>'), 'federationFailed'],
])('has a code for a token endpoint that answers %s', async (_, answer, code) => {
  const { auth, leave, comeBack, answerTokenRequest } = await openGoogle()
  const query = await comeBack(await leave())
  answerTokenRequest(answer)
  expect(await finish(auth, query)).toMatchObject({ refused: { code } })
  expect(await finish(auth, await comeBack(await leave()))).toEqual({ returnTo: '?next=%2Fadmin' })
})

it.each([
  ['code=', 'federationFailed'],
  ['error=server_error', 'federationFailed'],
  ['error=server_error&code=abc', 'federationFailed'],
  ['error=unauthorized_client', 'misconfigured'],
  // Cognito links two accounts at the same moment; the next try finds them linked.
  [
    'error=invalid_request&error_description=Already+found+an+entry+for+username+google_1',
    'tooManyRequests',
  ],
])('has a code for a callback with %s', async (parameters, code) => {
  const { auth, leave } = await openGoogle()
  const state = (await leave()).searchParams.get('state') ?? ''
  expect(await finish(auth, `?state=${state}&${parameters}`)).toEqual({
    returnTo: '?next=%2Fadmin',
    refused: { code },
  })
  expect(auth.getState().status).toBe('signedOut')
})

it.each([
  ['that cannot be reached', () => Response.error(), 'network'],
  [
    'that knows another error',
    () => Response.json({ error: 'invalid_request' }, { status: 400 }),
    'federationFailed',
  ],
  ['at another address', () => new Response('', { status: 404 }), 'misconfigured'],
])('has a code for a token endpoint %s', async (_, answer, code) => {
  const { auth, leave, comeBack, answerTokenRequest } = await openGoogle()
  const query = await comeBack(await leave())
  answerTokenRequest(answer)
  expect(await finish(auth, query)).toMatchObject({ refused: { code } })
})
