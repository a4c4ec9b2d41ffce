import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { CALLBACK, openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import { claimsOf, MINUTE } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const other = 'x'.repeat(43)

test.each<[string, Record<string, string | undefined>, string, boolean]>([
  ['no verifier', { code_verifier: undefined }, 'invalid_grant', false],
  ['a wrong verifier', { code_verifier: other }, 'invalid_grant', false],
  ['another redirect URI', { redirect_uri: `${CALLBACK}?twice` }, 'invalid_grant', true],
  ['no redirect URI', { redirect_uri: undefined }, 'invalid_request', true],
  [
    'an unregistered redirect URI',
    { redirect_uri: 'https://evil.test' },
    'unauthorized_client',
    true,
  ],
  ['another code', { code: other }, 'invalid_grant', true],
  ['no code', { code: undefined }, 'invalid_request', true],
  ['no client', { client_id: undefined }, 'invalid_request', true],
  ['an unknown client', { client_id: 'no-user' }, 'invalid_client', true],
  ['no grant type', { grant_type: undefined }, 'invalid_request', true],
  ['another grant type', { grant_type: 'password' }, 'unsupported_grant_type', true],
])('refuses a code with %s', async (_, changes, error, isStillGood) => {
  const domain = await openDomainPool()
  const code = await domain.codeFor()
  const refused = await domain.exchange(code, changes)
  expect(refused.status).toBe(400)
  expect(refused.body).toMatchObject({ error })
  expect((await domain.exchange(code)).status).toBe(isStillGood ? 200 : 400)
})

test('a code works once, for five minutes, and for one client', async () => {
  const domain = await openDomainPool()
  const code = await domain.codeFor()
  const { settings } = domain.client
  const thief = domain.makeClient({ ...settings, ClientName: 'thief' })
  expect(await domain.exchange(code, { client_id: thief.id })).toMatchObject({ status: 400 })
  const both = await Promise.all([domain.exchange(code), domain.exchange(code)])
  expect(both.map(({ status }) => status)).toEqual([200, 400])
  expect(both[1].text).toBe('{"error":"invalid_grant"}')
  const late = await domain.codeFor()
  vi.advanceTimersByTime(5 * MINUTE)
  expect((await domain.exchange(late)).text).toBe('{"error":"invalid_grant"}')
})

test('refuses the code of a disabled or deleted user', async () => {
  const domain = await openDomainPool()
  const Username = claimsOf((await domain.tokens()).access_token)['username']
  const code = await domain.codeFor()
  await domain.admin('AdminDisableUser', { Username })
  expect((await domain.exchange(code)).text).toBe('{"error":"invalid_grant"}')
  expect((await domain.choose(domain.ada)).query).toMatchObject({
    error: 'invalid_request',
    error_description: 'User is disabled.',
  })
})

test('without PKCE a client may send no verifier', async () => {
  const domain = await openDomainPool()
  const bare = { code_challenge: undefined, code_challenge_method: undefined }
  const code = await domain.codeFor(domain.ada, bare)
  expect((await domain.exchange(code, { code_verifier: undefined })).status).toBe(200)
  const another = await domain.codeFor(domain.ada, bare)
  expect((await domain.exchange(another)).status).toBe(400)
})
