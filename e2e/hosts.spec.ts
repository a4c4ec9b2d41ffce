import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, password, signIn } from '#e2e/support/pages.ts'

test('a host has its own pool, name and colours, from one config file', async ({
  portal,
  cognito,
  baseURL,
}) => {
  const email = await cognito.createUser({ password })
  const { host } = new URL(baseURL ?? '')
  const own = await cognito.config()
  await configure(portal, cognito, {
    cognito: {
      region: 'eu-central-1',
      userPoolId: 'eu-central-1_Elsewhere',
      userPoolClientId: '1example23456789',
    },
    portal: { name: 'Everywhere', supportUrl: 'mailto:help@example.com' },
    hosts: { [host]: Object.assign({}, own, { portal: { name: 'Harbour' } }) },
  })
  await portal.goto('/sign-in')
  await expect(portal).toHaveTitle('Sign in – Harbour')
  // Settings that the host leaves out come from the shared part.
  await expect(portal.getByRole('link', { name: 'Get help' })).toBeVisible()
  await signIn(portal, email)
  await expectAccount(portal, email)
})
