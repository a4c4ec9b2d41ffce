import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

/** Files of the site, to make all further requests fail. */
const cutOff = '**/assets/**'

test('prefetches the page of a second factor', async ({ portal, cognito }) => {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
  })
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill('somebody')
  await portal.waitForLoadState('networkidle')
  await portal.route(cutOff, async (route) => route.abort())
  await signIn(portal, email)
  await expectPage(portal, 'Check your messages')
  await expect(portal.getByLabel('Code')).toBeFocused()
})

test('prefetches the pages of a sign-in that starts with the username', async ({
  portal,
  cognito,
}) => {
  await cognito.call('UpdateUserPoolClient', {
    ClientId: cognito.clientId,
    ExplicitAuthFlows: ['ALLOW_USER_AUTH'],
  })
  await configure(portal, cognito, { signIn: { flow: 'USER_AUTH' } })
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await portal.getByLabel('E-mail address').fill(email)
  await portal.waitForLoadState('networkidle')
  await portal.route(cutOff, async (route) => route.abort())
  await portal.getByRole('button', { name: 'Continue' }).click()
  await expectPage(portal, 'Enter your password')
})

test('says that an account page cannot be fetched, and can try again', async ({
  portal,
  cognito,
  complaints,
}) => {
  complaints.expect(/Failed to load resource|Failed to fetch dynamically imported module/)
  const email = await cognito.createUser({ password })
  const pages = '**/assets/{steps,account}-*.js'
  await portal.route(pages, async (route) => route.abort())
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'This page could not be loaded')
  await portal.unroute(pages)
  await portal.getByRole('button', { name: 'Try again' }).click()
  await expectAccount(portal, email)
})
