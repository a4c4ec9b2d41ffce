import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDomainPool, parseObject } from '#local-cognito/test/support/domainPool.ts'
import { claimsOf } from '#local-cognito/test/support/testPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const WORK = {
  ProviderName: 'Work',
  ProviderType: 'OIDC' as const,
  IdpIdentifiers: ['example.com'],
}

const open = () => openDomainPool({ providers: [{}, WORK] })
type Domain = Awaited<ReturnType<typeof open>>

async function described({ admin }: Domain, ProviderName: string) {
  const { text } = await admin('DescribeIdentityProvider', { ProviderName })
  return parseObject(JSON.stringify(parseObject(text)['IdentityProvider']))
}

test('an update replaces the given members, and keeps the others', async () => {
  const domain = await open()
  const before = await described(domain, 'Work')
  vi.setSystemTime(Date.now() + 5000)
  const change = { ProviderName: 'Work', AttributeMapping: { name: 'display' } }
  const { text } = await domain.admin('UpdateIdentityProvider', change)
  const after = await described(domain, 'Work')
  expect(parseObject(text)['IdentityProvider']).toEqual(after)
  expect(after).toEqual({
    ...before,
    AttributeMapping: { username: 'sub', name: 'display' },
    LastModifiedDate: Number(before['LastModifiedDate']) + 5,
  })
  // An update may repeat the provider's own identifiers.
  const again = { ProviderName: 'Work', IdpIdentifiers: ['example.com', 'example.org'] }
  expect((await domain.admin('UpdateIdentityProvider', again)).status).toBe(200)
  expect(await described(domain, 'Work')).toMatchObject({ IdpIdentifiers: again.IdpIdentifiers })
})

test('sign-ins after an update follow it', async () => {
  const domain = await openDomainPool()
  await domain.admin('UpdateIdentityProvider', {
    ProviderName: 'Google',
    AttributeMapping: { email: 'email', nickname: 'given_name' },
  })
  expect(claimsOf((await domain.tokens()).id_token)).toMatchObject({ nickname: 'Ada' })
})

test('a deleted provider is no longer offered, and cannot be used', async () => {
  const domain = await open()
  const there = await domain.authorize()
  const gone = await domain.admin('DeleteIdentityProvider', { ProviderName: 'Google' })
  expect(gone).toMatchObject({ status: 200, text: '' })
  const answer = { request: there.query['request'] ?? '', ...domain.ada }
  expect((await domain.post('/oauth2/idpresponse', answer)).query['error']).toBe('session_expired')
  expect((await domain.authorize()).query['error']).toBe('invalid_request')
  // With one provider left there is nothing to choose.
  const { to } = await domain.authorize({ identity_provider: undefined })
  expect((await domain.go(to)).text).toContain('<h1>Sign in with Work</h1>')
  expect(domain.client.settings.SupportedIdentityProviders).toEqual(['Work'])
  expect((await domain.admin('DeleteIdentityProvider', { ProviderName: 'Google' })).status).toBe(
    400,
  )
})

const NONE = {
  __type: 'ResourceNotFoundException',
  message: 'Identity provider constructor does not exist.',
}

test.each([
  ['UpdateIdentityProvider', { ProviderName: 'constructor' }, NONE],
  ['DeleteIdentityProvider', { ProviderName: 'constructor' }, NONE],
  [
    'UpdateIdentityProvider',
    { ProviderName: 'Google', AttributeMapping: { 'custom:none': 'x' } },
    { message: 'Attribute custom:none cannot be mapped: it is not in the schema.' },
  ],
  [
    'UpdateIdentityProvider',
    { ProviderName: 'Google', IdpIdentifiers: ['example.com'] },
    { message: 'Identifier example.com belongs to another provider.' },
  ],
  [
    'UpdateIdentityProvider',
    { ProviderName: 'Google', AcrMapping: { Level1: 'x' } },
    { message: 'AcrMapping is for identity providers of type OIDC.' },
  ],
  [
    'UpdateIdentityProvider',
    { ProviderName: 'Work', AcrMapping: { Gold: 'x' } },
    { __type: 'InvalidParameterException' },
  ],
])('%s refuses %j', async (action, input, apiError) => {
  const { admin } = await open()
  const { status, text } = await admin(action, input)
  expect(status).toBe(400)
  expect(parseObject(text)).toMatchObject(apiError)
})
