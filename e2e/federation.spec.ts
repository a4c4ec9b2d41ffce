import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

const baseURL = () => test.info().project.use.baseURL ?? ''

/** Adds Google to the pool, and the portal's callback to its client. */
async function federate(portal: Page, cognito: TestPool): Promise<void> {
  await cognito.call('CreateIdentityProvider', {
    ProviderName: 'Google',
    ProviderType: 'Google',
    ProviderDetails: { client_id: 'x', client_secret: 'x', authorize_scopes: 'openid email' },
    AttributeMapping: { email: 'email', name: 'name' },
  })
  await cognito.call('UpdateUserPoolClient', {
    ClientId: cognito.clientId,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
    AllowedOAuthFlows: ['code'],
    AllowedOAuthFlowsUserPoolClient: true,
    AllowedOAuthScopes: ['openid', 'email', 'profile', 'aws.cognito.signin.user.admin'],
    CallbackURLs: [`${baseURL()}/sign-in/callback`],
    LogoutURLs: [`${baseURL()}/sign-in`],
    SupportedIdentityProviders: ['COGNITO', 'Google'],
  })
  await configure(portal, cognito, {
    federation: {
      domain: cognito.domain(),
      providers: [{ name: 'Google', emailDomains: ['example.org'] }],
    },
  })
}

test('signs in with Google, and returns to the requested page', async ({
  portal,
  cognito,
  axe,
}) => {
  await federate(portal, cognito)
  await portal.goto('/account?tab=details')
  await expect(portal.getByRole('button', { name: 'Continue with Google' })).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Continue with Google' }).click()
  await expectPage(portal, 'Sign in with Google')
  await axe()
  await portal.getByRole('button', { name: /Ada Example/ }).click()
  await expectAccount(portal, 'ada@example.com')
  await expect(portal).toHaveURL('/account?tab=details')
  await portal.reload()
  await expectAccount(portal, 'ada@example.com')
})

test('signs a federated user out at the provider, and no other user', async ({
  portal,
  cognito,
}) => {
  await federate(portal, cognito)
  const leaving: string[] = []
  portal.on('request', (request) => {
    if (request.url().includes('/logout?')) leaving.push(request.url())
  })
  await portal.goto('/sign-in')
  await portal.getByRole('button', { name: 'Continue with Google' }).click()
  await portal.getByRole('button', { name: /Ada Example/ }).click()
  await expectAccount(portal, 'ada@example.com')
  const back = portal.waitForResponse(/\/logout\?/)
  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  expect((await back).status()).toBe(302)
  await expectPage(portal, 'Sign in')
  await expect(portal).toHaveURL('/sign-in')
  expect(leaving).toHaveLength(1)

  const email = await cognito.createUser({ password })
  await signIn(portal, email)
  await expectAccount(portal, email)
  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText('You have signed out')).toBeVisible()
  expect(leaving).toHaveLength(1)
})

test('an email address of a provider leads to that provider', async ({ portal, cognito }) => {
  await federate(portal, cognito)
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill('grace@Example.org')
  await portal.getByLabel('Password', { exact: true }).fill('anything')
  await portal.getByRole('button', { name: 'Sign in' }).click()
  await expectPage(portal, 'Sign in with Google')
})

test('says that the provider refused, and keeps the requested page', async ({
  portal,
  cognito,
  axe,
}) => {
  await federate(portal, cognito)
  await portal.goto('/account?tab=details')
  await portal.getByRole('button', { name: 'Continue with Google' }).click()
  await portal.getByRole('button', { name: 'Refuse' }).click()
  await expectPage(portal, 'That did not work')
  await expect(portal.getByText('You did not sign in there')).toBeVisible()
  await expect(portal).toHaveURL('/sign-in/callback')
  await axe()
  await portal.getByRole('link', { name: 'Back to sign in' }).click()
  await portal.getByRole('button', { name: 'Continue with Google' }).click()
  await portal.getByRole('button', { name: /Ada Example/ }).click()
  await expectAccount(portal, 'ada@example.com')
  await expect(portal).toHaveURL('/account?tab=details')
})

test('rejects the callback of a sign-in that this tab did not start', async ({
  portal,
  cognito,
  axe,
}) => {
  await federate(portal, cognito)
  await portal.goto('/sign-in/callback?code=stolen&state=forged')
  await expect(portal.getByText('That took a little too long.')).toBeVisible()
  await expect(portal).toHaveURL('/sign-in/callback')
  await axe()
  // A forged state is rejected while a sign-in is pending, too.
  await portal.goto('/sign-in')
  await portal.getByRole('button', { name: 'Continue with Google' }).click()
  await expectPage(portal, 'Sign in with Google')
  await portal.goto('/sign-in/callback?code=stolen&state=forged')
  await expect(portal.getByText('That took a little too long.')).toBeVisible()
})
