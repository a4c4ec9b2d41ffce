import { expect, test } from 'vitest'
import { openDomainPool } from '#local-cognito/test/support/domainPool.ts'
import { openTestPool, type TestPoolOptions } from '#local-cognito/test/support/testPool.ts'
import { portalConfig } from './portalConfig.ts'

type Flows = NonNullable<TestPoolOptions['client']>['ExplicitAuthFlows']

test.each<[Flows, string | undefined]>([
  [['ALLOW_USER_AUTH', 'ALLOW_REFRESH_TOKEN_AUTH'], 'USER_AUTH'],
  [['ALLOW_CUSTOM_AUTH'], 'CUSTOM_AUTH'],
  [['CUSTOM_AUTH_FLOW_ONLY'], 'CUSTOM_AUTH'],
  [['ALLOW_USER_SRP_AUTH'], undefined],
  [['ALLOW_USER_AUTH', 'ALLOW_USER_SRP_AUTH'], undefined],
  [['ALLOW_USER_AUTH', 'ALLOW_USER_PASSWORD_AUTH'], undefined],
  [[], undefined],
])('a client with %j uses the flow %s', async (ExplicitAuthFlows, flow) => {
  const { pool, client } = await openTestPool({ client: { ExplicitAuthFlows } })
  expect(portalConfig(pool, client, 'http://cognito.test').signIn).toEqual({
    secondFactors: [],
    passkeys: false,
    passkeyMfa: false,
    ...(flow !== undefined && { flow }),
  })
})

test("lists the client's providers, with the domain", async () => {
  const { pool, client } = await openDomainPool({
    providers: [
      {},
      { ProviderName: 'SignInWithApple', ProviderType: 'SignInWithApple' },
      { ProviderName: 'Work', ProviderType: 'SAML', IdpIdentifiers: ['example.com', 'work one'] },
    ],
  })
  expect(portalConfig(pool, client, 'http://cognito.test').federation).toEqual({
    domain: `http://cognito.test/_domain/${pool.id}`,
    providers: [
      { name: 'Google' },
      { name: 'SignInWithApple', label: 'Apple' },
      { name: 'Work', emailDomains: ['example.com'] },
    ],
    logout: true,
    scopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
  })
})

test.each([
  ['does not allow OAuth', { AllowedOAuthFlowsUserPoolClient: false }],
  ['offers no provider', { SupportedIdentityProviders: ['COGNITO'] }],
])('lists no providers where the client %s', async (_, settings) => {
  const { pool, client } = await openDomainPool()
  Object.assign(client.settings, settings)
  expect(portalConfig(pool, client, 'http://cognito.test')).not.toHaveProperty('federation')
})
