import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  CALLBACK,
  LOGOUT_URL,
  openDomainPool,
  SCOPES,
} from '#local-cognito/test/support/domainPool.ts'
import { claimsOf, MINUTE } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

test("signs in with Google, up to the client's tokens", async () => {
  const domain = await openDomainPool()
  const there = await domain.authorize()
  expect(there).toMatchObject({ status: 302 })
  const page = await domain.go(there.to)
  expect(page.status).toBe(200)
  expect(page.text).toContain('<h1>Sign in with Google</h1>')
  expect(page.text).toContain('ada@example.com')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")

  const back = await domain.post('/oauth2/idpresponse', { ...there.query, ...domain.ada })
  expect(back).toMatchObject({ status: 303, query: { state: 'a state & more' } })
  expect(back.to.startsWith(`${CALLBACK}?code=`)).toBe(true)

  const answer = await domain.exchange(back.query['code'] ?? '')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('application/json;charset=UTF-8')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const tokens = answer.body
  expect(tokens).toMatchObject({ token_type: 'Bearer', expires_in: 3600 })
  const username: unknown = expect.stringMatching(/^Google_1\d{20}$/)
  const hash: unknown = expect.stringMatching(/^[\w-]{22}$/)
  const group = `${domain.pool.id}_Google`
  expect(claimsOf(String(tokens['access_token']))).toMatchObject({
    scope: SCOPES.join(' '),
    version: 2,
    username,
    'cognito:groups': [group],
  })
  const identity = { providerName: 'Google', providerType: 'Google', issuer: null, primary: 'true' }
  expect(claimsOf(String(tokens['id_token']))).toMatchObject({
    nonce: 'a nonce',
    at_hash: hash,
    'cognito:username': username,
    email: 'ada@example.com',
    email_verified: true,
    name: 'Ada Example',
    identities: [{ ...identity, dateCreated: String(Date.now()) }],
  })
  expect(await domain.call('GetUser', { AccessToken: tokens['access_token'] })).toMatchObject({
    Username: username,
  })
})

test('the same profile signs in as the same user, with updated attributes', async () => {
  const domain = await openDomainPool()
  const first = claimsOf((await domain.tokens()).id_token)
  const renamed = { email: 'Ada@example.com', name: 'Ada Other' }
  const again = claimsOf((await domain.tokens({ ...renamed, verified: 'true' })).id_token)
  expect(again['sub']).toBe(first['sub'])
  expect(again['name']).toBe('Ada Other')
  const { text } = await domain.exchange(await domain.codeFor(renamed))
  expect(text).toContain('id_token')
  const user = domain.user(String(first['cognito:username']))
  expect(user).toMatchObject({ status: 'EXTERNAL_PROVIDER' })
  expect(user?.attributes).toMatchObject({ name: 'Ada Other', email_verified: 'false' })
  expect(JSON.parse(user?.attributes['identities'] ?? '')).toMatchObject([{ primary: true }])
})

test.each([
  ['an unknown client', { client_id: 'no-user' }, 'invalid_client'],
  ['no redirect URI', { redirect_uri: undefined }, 'redirect_mismatch'],
  ['another redirect URI', { redirect_uri: `${CALLBACK}/` }, 'redirect_mismatch'],
  ['one with the same beginning', { redirect_uri: `${CALLBACK}.evil.test` }, 'redirect_mismatch'],
])('shows the error page for %s', async (_, changes, error) => {
  const domain = await openDomainPool()
  const { to, query } = await domain.authorize(changes)
  expect(to.startsWith(`/_domain/${domain.pool.id}/error?`)).toBe(true)
  expect(query['error']).toBe(error)
  expect(await domain.go(to)).toMatchObject({ status: 400 })
})

const MUST = 'response_type must be code'
const NOT_S256 = 'code_challenge_method must be S256'
const NO_CHALLENGE = 'code_challenge must be the SHA-256 of a verifier'
const NO_OPTION = 'Login option is not available. Please try another one'

test.each<[string, Record<string, string | undefined>, string, string]>([
  ['no response type', { response_type: undefined }, 'invalid_request', MUST],
  [
    'an implicit grant',
    { response_type: 'token' },
    'unauthorized_client',
    'The client may not use token',
  ],
  ['a plain challenge', { code_challenge_method: 'plain' }, 'invalid_request', NOT_S256],
  ['a challenge without method', { code_challenge_method: undefined }, 'invalid_request', NOT_S256],
  ['a method without challenge', { code_challenge: undefined }, 'invalid_request', NO_CHALLENGE],
  ['a malformed challenge', { code_challenge: 'short' }, 'invalid_request', NO_CHALLENGE],
  [
    'a scope the client may not have',
    { scope: 'openid phone' },
    'invalid_request',
    'invalid_scope',
  ],
  ['email without openid', { scope: 'email' }, 'invalid_request', 'invalid_scope'],
  [
    'a provider the client does not have',
    { identity_provider: 'Facebook' },
    'invalid_request',
    NO_OPTION,
  ],
  ['an unknown provider', { identity_provider: 'constructor' }, 'invalid_request', NO_OPTION],
  ['the pool itself', { identity_provider: 'COGNITO' }, 'invalid_request', NO_OPTION],
  ['prompt=none', { prompt: 'none' }, 'login_required', 'Login required'],
])('redirects to the client with an error for %s', async (_, changes, error, error_description) => {
  const domain = await openDomainPool()
  const { to, query, status } = await domain.authorize(changes)
  expect(status).toBe(302)
  expect(to.startsWith(`${CALLBACK}?error_description=`)).toBe(true)
  expect(query).toEqual({ error, error_description, state: 'a state & more' })
})

test('refuses a client without the code flow, also at the token endpoint', async () => {
  const domain = await openDomainPool({ client: { AllowedOAuthFlowsUserPoolClient: false } })
  expect((await domain.authorize()).query['error']).toBe('unauthorized_client')
  expect((await domain.exchange('any')).body).toEqual({ error: 'unauthorized_client' })
})

test('a refusal at the provider is reported to the client, once', async () => {
  const domain = await openDomainPool()
  const { query } = await domain.authorize({ redirect_uri: `${CALLBACK}?twice` })
  const request = query['request'] ?? ''
  const back = await domain.post('/oauth2/idpresponse', { request, refuse: 'true' })
  expect(back.to.startsWith(`${CALLBACK}?twice&error_description=`)).toBe(true)
  expect(back.query).toMatchObject({ error: 'access_denied', state: 'a state & more' })
  const again = await domain.post('/oauth2/idpresponse', { request, ...domain.ada })
  expect(again.query['error']).toBe('session_expired')
})

test('the provider page expires after a quarter of an hour, and validates the address', async () => {
  const domain = await openDomainPool()
  const { to, query } = await domain.authorize({ login_hint: '"><b>@example.com' })
  expect((await domain.go(to)).text).toContain('value="&#34;&#62;&#60;b&#62;@example.com"')
  const answer = { request: query['request'] ?? '', email: 'no address', name: 'x' }
  const page = await domain.post('/oauth2/idpresponse', answer)
  expect(page).toMatchObject({ status: 400, to: '' })
  expect(page.text).toContain('Enter a valid email address.')
  vi.advanceTimersByTime(15 * MINUTE)
  expect((await domain.go(to)).query['error']).toBe('session_expired')
  const late = await domain.post('/oauth2/idpresponse', { ...answer, ...domain.ada })
  expect(late.query['error']).toBe('session_expired')
})

test('logout redirects to an address of the client, or to sign-in', async () => {
  const domain = await openDomainPool()
  const client_id = domain.client.id
  const logout = (query: Record<string, string>) =>
    domain.go(`/logout?${new URLSearchParams(query).toString()}`)
  expect(await logout({ client_id, logout_uri: LOGOUT_URL })).toMatchObject({
    status: 302,
    to: LOGOUT_URL,
  })
  for (const logout_uri of [`${LOGOUT_URL}/`, CALLBACK])
    expect((await logout({ client_id, logout_uri })).query['error']).toBe('redirect_mismatch')
  expect((await logout({ client_id })).query['error']).toBe('invalid_request')
  expect((await logout({ client_id: 'no-user', logout_uri: LOGOUT_URL })).query['error']).toBe(
    'invalid_client',
  )
  const onwards = { client_id, redirect_uri: CALLBACK, response_type: 'code' }
  const { to } = await logout(onwards)
  expect((await domain.go(to)).text).toContain('Continue with Google')
})

test('cross-origin requests are allowed where pages call, not where they navigate', async () => {
  const domain = await openDomainPool()
  const ask = (address: string) =>
    domain.go(address, { method: 'OPTIONS', headers: { Origin: 'https://app.test' } })
  expect((await ask('/oauth2/token')).headers.get('access-control-allow-origin')).toBe('*')
  for (const address of ['/oauth2/authorize', '/logout']) {
    const { status, headers } = await ask(address)
    expect([status, headers.get('access-control-allow-origin')]).toEqual([405, null])
  }
  const found = await domain.cognito.handle(
    new Request(`http://cognito.test/${domain.pool.id}/.well-known/openid-configuration`),
  )
  expect(await found.json()).toMatchObject({
    authorization_endpoint: `${domain.base}/oauth2/authorize`,
    token_endpoint: `${domain.base}/oauth2/token`,
    end_session_endpoint: `${domain.base}/logout`,
  })
})
