import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimsOf } from '#local-cognito/test/support/testPool.ts'
import { openDomain, parsed } from '#local-cognito/test/support/domainPool.ts'

beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
afterEach(() => vi.useRealTimers())

const WORK = {
  ProviderName: 'Work',
  ProviderType: 'OIDC' as const,
  IdpIdentifiers: ['example.com'],
}

const open = () => openDomain({ providers: [{}, WORK] })
type Domain = Awaited<ReturnType<typeof open>>

async function described({ admin }: Domain, ProviderName: string) {
  const { text } = await admin('DescribeIdentityProvider', { ProviderName })
  return parsed(JSON.stringify(parsed(text)['IdentityProvider']))
}

test('an update replaces the given members, and keeps the others', async () => {
  const world = await open()
  const before = await described(world, 'Work')
  vi.setSystemTime(Date.now() + 5000)
  const change = { ProviderName: 'Work', AttributeMapping: { name: 'display' } }
  const { text } = await world.admin('UpdateIdentityProvider', change)
  const after = await described(world, 'Work')
  expect(parsed(text)['IdentityProvider']).toEqual(after)
  expect(after).toEqual({
    ...before,
    AttributeMapping: { username: 'sub', name: 'display' },
    LastModifiedDate: Number(before['LastModifiedDate']) + 5,
  })
  // An update may repeat the provider's own identifiers.
  const again = { ProviderName: 'Work', IdpIdentifiers: ['example.com', 'example.org'] }
  expect((await world.admin('UpdateIdentityProvider', again)).status).toBe(200)
  expect(await described(world, 'Work')).toMatchObject({ IdpIdentifiers: again.IdpIdentifiers })
})

test('sign-ins after an update follow it', async () => {
  const world = await openDomain()
  await world.admin('UpdateIdentityProvider', {
    ProviderName: 'Google',
    AttributeMapping: { email: 'email', nickname: 'given_name' },
  })
  expect(claimsOf((await world.tokens()).id_token)).toMatchObject({ nickname: 'Ada' })
})

test('a deleted provider is no longer offered, and cannot be used', async () => {
  const world = await open()
  const there = await world.authorize()
  const gone = await world.admin('DeleteIdentityProvider', { ProviderName: 'Google' })
  expect(gone).toMatchObject({ status: 200, text: '' })
  const answer = { request: there.query['request'] ?? '', ...world.ada }
  expect((await world.post('/oauth2/idpresponse', answer)).query['error']).toBe('session_expired')
  expect((await world.authorize()).query['error']).toBe('invalid_request')
  // With one provider left there is nothing to choose.
  const { to } = await world.authorize({ identity_provider: undefined })
  expect((await world.go(to)).text).toContain('<h1>Sign in with Work</h1>')
  expect(world.client.settings.SupportedIdentityProviders).toEqual(['Work'])
  expect((await world.admin('DeleteIdentityProvider', { ProviderName: 'Google' })).status).toBe(400)
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
])('%s refuses %j', async (action, input, refusal) => {
  const { admin } = await open()
  const { status, text } = await admin(action, input)
  expect(status).toBe(400)
  expect(parsed(text)).toMatchObject(refusal)
})
