import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectPage, password, signIn } from '#e2e/support/pages.ts'

test('lists the linked identities, and says what they mean', async ({ portal, cognito, axe }) => {
  const baseURL = test.info().project.use.baseURL ?? ''
  await cognito.call('CreateIdentityProvider', {
    ProviderName: 'Acme',
    ProviderType: 'OIDC',
    ProviderDetails: {
      client_id: 'x',
      client_secret: 'x',
      attributes_request_method: 'GET',
      oidc_issuer: 'https://idp.example.com',
      authorize_scopes: 'openid email',
    },
    AttributeMapping: { email: 'email', name: 'name' },
  })
  await cognito.call('UpdateUserPoolClient', {
    ClientId: cognito.clientId,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    AllowedOAuthFlows: ['code'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    CallbackURLs: [`${baseURL}/sign-in/callback`],
    SupportedIdentityProviders: ['COGNITO', 'Acme'],
  })
  await configure(portal, cognito, {
    federation: {
      domain: cognito.domain(),
      providers: [{ name: 'Acme', label: 'Acme Works' }],
    },
  })
  await portal.goto('/account/identities')
  await portal.getByRole('button', { name: 'Continue with Acme Works' }).click()
  await portal.getByRole('button', { name: /Ada Example/ }).click()
  await expectPage(portal, 'Connected accounts')
  await expect(portal.getByRole('listitem').filter({ hasText: 'Acme Works' })).toContainText(
    'Since',
  )
  await expect(portal.getByText(/You sign in with Acme Works/)).toBeVisible()
  await axe()
})

test('says that a user has no linked identity', async ({ portal, cognito, axe }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/account/identities')
  await signIn(portal, email)
  await expect(portal.getByText('Nothing is connected')).toBeVisible()
  await axe()
})
