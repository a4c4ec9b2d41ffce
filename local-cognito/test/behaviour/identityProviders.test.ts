import { expect, test } from 'vitest'
import { openDomainPool, parseObject } from '#local-cognito/test/support/domainPool.ts'

const OKTA = {
  ProviderName: 'Work',
  ProviderType: 'OIDC' as const,
  IdpIdentifiers: ['example.com'],
}

test('a client with several providers offers a choice, unless one is named', async () => {
  const domain = await openDomainPool({ providers: [{}, OKTA] })
  const { to } = await domain.authorize({ identity_provider: undefined })
  expect(to).toContain('/login?')
  const chooser = await domain.go(to)
  expect(chooser.text).toContain('Continue with Google')
  expect(chooser.text).toContain('Continue with Work')
  const named = await domain.authorize({
    identity_provider: undefined,
    idp_identifier: 'example.com',
  })
  expect((await domain.go(named.to)).text).toContain('<h1>Sign in with Work</h1>')
  const unknown = { identity_provider: undefined, idp_identifier: 'example.org' }
  expect((await domain.authorize(unknown)).query['error']).toBe('invalid_request')
})

test('a client with one provider needs no choice', async () => {
  const domain = await openDomainPool()
  const { to } = await domain.authorize({ identity_provider: undefined })
  expect((await domain.go(to)).text).toContain('<h1>Sign in with Google</h1>')
})

test('fails where the provider does not share a required attribute', async () => {
  const domain = await openDomainPool({ pool: { Schema: [{ Name: 'name', Required: true }] } })
  const answer = await domain.choose({ email: 'nameless@example.com', name: '' })
  expect(answer.query).toMatchObject({
    error: 'invalid_request',
    error_description: 'attributes required: [name]',
  })
  expect(domain.store.users.size).toBe(1)
})

test('an immutable mapped attribute allows one sign-in only', async () => {
  const domain = await openDomainPool({ pool: { Schema: [{ Name: 'email', Mutable: false }] } })
  await domain.tokens()
  expect((await domain.choose(domain.ada)).query['error_description']).toBe(
    'user.email: Attribute cannot be updated.',
  )
})

test('fails where the client may not write a mapped attribute', async () => {
  const domain = await openDomainPool({ client: { WriteAttributes: ['email'] } })
  expect((await domain.choose(domain.ada)).query['error_description']).toBe(
    'A client attempted to write unauthorized attribute',
  )
})

test("federated usernames follow the pool's case rule, and have no password", async () => {
  const domain = await openDomainPool({
    pool: { UsernameAttributes: ['email'], UsernameConfiguration: { CaseSensitive: false } },
    client: { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] },
  })
  const { access_token: AccessToken } = await domain.tokens()
  const { Username } = await domain.call('GetUser', { AccessToken })
  expect(Username).toMatch(/^google_1\d{20}$/)
  expect(
    await domain.refused('ChangePassword', { AccessToken, ProposedPassword: 'Correct-Horse-9' }),
  ).toMatchObject({ type: 'NotAuthorizedException' })
  expect(await domain.refused('ForgotPassword', { Username })).toEqual({
    type: 'NotAuthorizedException',
    message: 'User password cannot be reset in the current state.',
  })
  // A user with a password may have the same address.
  await domain.call('SignUp', { Username: 'ada@example.com', Password: 'Correct-Horse-9' })
  expect(domain.user('ada@example.com')).toMatchObject({ status: 'UNCONFIRMED' })
})

test('a username taken at sign-up is not handed to a federated user', async () => {
  const domain = await openDomainPool()
  const { access_token: AccessToken } = await domain.tokens()
  const { Username } = await domain.call('GetUser', { AccessToken })
  await domain.admin('AdminDeleteUser', { Username })
  await domain.call('SignUp', { Username, Password: 'Correct-Horse-9' })
  expect((await domain.choose(domain.ada)).query).toMatchObject({
    error: 'invalid_request',
    error_description: `Already found an entry for username ${Username}`,
  })
})

test('describes and lists providers', async () => {
  const { admin, pool } = await openDomainPool({ providers: [{}, OKTA] })
  const described = await admin('DescribeIdentityProvider', { ProviderName: 'Google' })
  expect(JSON.parse(described.text)).toMatchObject({
    IdentityProvider: {
      UserPoolId: pool.id,
      ProviderName: 'Google',
      ProviderType: 'Google',
      AttributeMapping: { username: 'sub', email: 'email' },
    },
  })
  const first = await admin('ListIdentityProviders', { MaxResults: 1 })
  const { Providers, NextToken } = parseObject(first.text)
  expect(Providers).toMatchObject([{ ProviderName: 'Google', ProviderType: 'Google' }])
  const { text } = await admin('ListIdentityProviders', { NextToken })
  expect(JSON.parse(text)).toMatchObject({ Providers: [{ ProviderName: 'Work' }] })
})

test.each<[string, object, object]>([
  [
    'CreateIdentityProvider',
    {},
    { type: 'DuplicateProviderException', message: 'Google already exists in user pool POOL' },
  ],
  [
    'CreateIdentityProvider',
    { ProviderName: 'Mine' },
    { message: 'Provider Mine cannot be of type Google.' },
  ],
  ['CreateIdentityProvider', { ProviderName: 'x_y' }, { type: 'InvalidParameterException' }],
  [
    'CreateIdentityProvider',
    { ...OKTA, AttributeMapping: { 'custom:none': 'x' } },
    { message: 'Attribute custom:none cannot be mapped: it is not in the schema.' },
  ],
  [
    'DescribeIdentityProvider',
    { ProviderName: 'constructor' },
    { type: 'ResourceNotFoundException', message: 'Identity provider constructor does not exist.' },
  ],
  [
    'CreateUserPoolClient',
    { ClientName: 'app', SupportedIdentityProviders: ['COGNITO', 'Facebook'] },
    { message: 'The provider Facebook does not exist for User Pool POOL.' },
  ],
])('%s refuses %j', async (action, changes, apiError) => {
  const { admin, pool } = await openDomainPool()
  const google = { ProviderName: 'Google', ProviderType: 'Google', ProviderDetails: {} }
  const { status, text } = await admin(action, { ...google, ...changes })
  expect(status).toBe(400)
  const { __type: type, message } = parseObject(text)
  const said = typeof message === 'string' ? message.replace(pool.id, 'POOL') : ''
  expect({ type, message: said }).toMatchObject(apiError)
})
