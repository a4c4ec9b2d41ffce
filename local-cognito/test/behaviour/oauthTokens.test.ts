import { expect, test } from 'vitest'
import { openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import { claimsOf } from '#local-cognito/test/support/testPool.ts'

test('authenticates a client with a secret by form or header', async () => {
  const domain = await openDomainPool({ client: { GenerateSecret: true } })
  const secret = domain.client.settings.ClientSecret ?? ''
  const code = await domain.codeFor()
  for (const client_secret of [undefined, 'wrong'])
    expect((await domain.exchange(code, { client_secret })).text).toBe('{"error":"invalid_client"}')
  const { body } = await domain.exchange(code, { client_secret: secret })
  const form = { grant_type: 'refresh_token', refresh_token: String(body['refresh_token']) }
  const basic = (given: string) => ({
    Authorization: `Basic ${btoa(`${domain.client.id}:${given}`)}`,
  })
  expect((await domain.post('/oauth2/token', form, basic('wrong'))).status).toBe(400)
  expect((await domain.post('/oauth2/token', form, basic(secret))).status).toBe(200)
})

test('refreshing keeps the scopes; a revoked token refreshes nothing', async () => {
  const domain = await openDomainPool()
  const { refresh_token, access_token } = await domain.tokens(domain.ada, { scope: 'openid email' })
  const client_id = domain.client.id
  const refresh = () =>
    domain.post('/oauth2/token', { grant_type: 'refresh_token', client_id, refresh_token })
  const refreshed = (await refresh()).body
  expect(Object.keys(refreshed)).not.toContain('refresh_token')
  expect(claimsOf(String(refreshed['access_token']))['scope']).toBe('openid email')
  const id = claimsOf(String(refreshed['id_token']))
  expect(Object.keys(id)).toEqual(expect.arrayContaining(['email', 'email_verified']))
  expect(Object.keys(id)).not.toContain('name')
  expect(await domain.refused('GetUser', { AccessToken: access_token })).toMatchObject({
    message: 'Access Token does not have required scopes',
  })

  const revoke = (form: Record<string, string>) => domain.post('/oauth2/revoke', form)
  expect((await revoke({ token: refresh_token, client_id: 'no-user' })).status).toBe(401)
  expect((await revoke({ client_id })).text).toBe('{"error":"invalid_request"}')
  expect((await revoke({ token: access_token, client_id })).text).toBe(
    '{"error":"unsupported_token_type"}',
  )
  for (let time = 0; time < 2; time += 1) {
    const { status, text, headers } = await revoke({ token: refresh_token, client_id })
    expect([status, text, headers.get('content-type')]).toEqual([200, '', null])
  }
  expect((await refresh()).text).toBe('{"error":"invalid_grant"}')
})

test('where tokens rotate, a refresh returns the next one', async () => {
  const domain = await openDomainPool({ client: { RefreshTokenRotation: { Feature: 'ENABLED' } } })
  const { refresh_token } = await domain.tokens()
  const form = { grant_type: 'refresh_token', client_id: domain.client.id, refresh_token }
  expect((await domain.post('/oauth2/token', form)).text).toContain('"refresh_token"')
  expect((await domain.post('/oauth2/token', form)).text).toBe('{"error":"invalid_grant"}')
})

test('without openid there is no ID token, and no user info', async () => {
  const domain = await openDomainPool()
  const scope = 'aws.cognito.signin.user.admin'
  const tokens = await domain.tokens(domain.ada, { scope })
  expect(tokens.id_token).toBe('undefined')
  const info = (token: string) =>
    domain.go('/oauth2/userInfo', { headers: { Authorization: `Bearer ${token}` } })
  expect(await info(tokens.access_token)).toMatchObject({
    status: 401,
    body: { error_description: 'Access token does not contain openid scope' },
  })
  const whole = await domain.tokens()
  expect((await info(whole.access_token)).body).toMatchObject({
    sub: claimsOf(whole.id_token)['sub'],
    email: 'ada@example.com',
    email_verified: 'true',
    username: claimsOf(whole.id_token)['cognito:username'],
  })
  await domain.call('GlobalSignOut', { AccessToken: whole.access_token })
  const ended = await info(whole.access_token)
  expect(ended.status).toBe(401)
  expect(ended.headers.get('www-authenticate')).toBe(
    'error="invalid_token", error_description="Access token is expired, disabled, or deleted, or the user has globally signed out."',
  )
  expect(await domain.go('/oauth2/userInfo')).toMatchObject({ status: 400 })
})

test.each([
  ['openid', true, true],
  ['openid profile', true, false],
  ['openid email', false, true],
])('with %s, the name is included: %s, the address: %s', async (scope, name, email) => {
  const domain = await openDomainPool()
  const { access_token, id_token } = await domain.tokens(domain.ada, { scope })
  const headers = { Authorization: `Bearer ${access_token}` }
  const { body } = await domain.go('/oauth2/userInfo', { headers })
  for (const told of [body, claimsOf(id_token)])
    expect({ name: 'name' in told, email: 'email' in told }).toEqual({ name, email })
})

test('tokens of a user have custom scopes, as long as their resource server exists', async () => {
  const custom = 'orders/read'
  const domain = await openDomainPool({
    client: { AllowedOAuthScopes: ['openid', 'email', custom] },
  })
  const scopesOf = async (scope: string | undefined) =>
    claimsOf((await domain.tokens(domain.ada, { scope })).access_token)['scope']
  expect((await domain.authorize({ scope: `openid ${custom}` })).query).toMatchObject({
    error: 'invalid_request',
    error_description: 'invalid_scope',
  })
  const server = {
    Identifier: 'orders',
    Name: 'Orders',
    Scopes: [{ ScopeName: 'read', ScopeDescription: 'May read' }],
  }
  await domain.admin('CreateResourceServer', server)
  expect(await scopesOf(`openid ${custom}`)).toBe(`openid ${custom}`)
  expect(await scopesOf(undefined)).toBe(`openid email ${custom}`)
  await domain.admin('DeleteResourceServer', server)
  expect(await scopesOf(undefined)).toBe('openid email')
})
