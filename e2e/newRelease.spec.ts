import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import { configure, expectPage, password, signIn } from '#e2e/support/pages.ts'

// A page that stays open while a new release replaces the files it still needs.

test.beforeEach(async ({ complaints, portal }) => {
  complaints.expect(/404|Failed to (load|fetch)/)
  // Never idle, so that it fetches nothing ahead.
  await portal.addInitScript(() => {
    window.requestIdleCallback = () => 0
  })
})

/** Simulates a new release: files that match `gone` answer 404, after a reload too with `goneAfterwards`. */
async function replaceRelease(page: Page, gone: string, { goneAfterwards = false } = {}) {
  let isLoadedAnew = false
  await page.route(gone, async (route) => {
    if (isLoadedAnew && !goneAfterwards) await route.continue()
    else await route.fulfill({ status: 404, body: 'Not found' })
  })
  await page.route('**/*', async (route) => {
    if (!route.request().isNavigationRequest()) return route.fallback()
    isLoadedAnew = true
    return route.continue()
  })
  await page.route('/', async (route) => {
    const response = await route.fetch()
    const body = (await response.text()).replaceAll(/main-[\w-]+\.js/g, 'main-newer.js')
    await route.fulfill({ response, body })
  })
}

/** Counts the page loads of this tab from now on. */
function countLoads(page: Page) {
  const count = { loads: 0 }
  page.on('load', () => (count.loads += 1))
  return count
}

test('reloads once when the file of a page is gone with its release', async ({ portal }) => {
  await portal.goto('/sign-in')
  await replaceRelease(portal, '**/assets/steps-*.js')
  const count = countLoads(portal)
  await portal.getByRole('link', { name: 'Create an account' }).click()
  await expectPage(portal, 'Create your account')
  await expect(portal.getByLabel('E-mail address')).toBeEditable()
  expect(count.loads).toBe(1)
})

test('shows an error when the file is still missing after one reload', async ({ portal }) => {
  await portal.goto('/sign-in')
  await replaceRelease(portal, '**/assets/steps-*.js', { goneAfterwards: true })
  const count = countLoads(portal)
  await portal.getByRole('link', { name: 'Create an account' }).click()
  await expectPage(portal, 'This page could not be loaded')
  await expect(portal.getByRole('button', { name: 'Try again' })).toBeVisible()
  await portal.waitForLoadState('networkidle')
  expect(count.loads).toBe(1)
})

test('does not reload when this is the newest release', async ({ portal }) => {
  await portal.goto('/sign-in')
  await portal.route('**/assets/steps-*.js', (route) => route.fulfill({ status: 404 }))
  const count = countLoads(portal)
  await portal.getByRole('link', { name: 'Create an account' }).click()
  await expectPage(portal, 'This page could not be loaded')
  expect(count.loads).toBe(0)
})

test('says why a sign-in starts again after a reload', async ({ portal, cognito }) => {
  await cognito.call('SetUserPoolMfaConfig', {
    MfaConfiguration: 'ON',
    EmailMfaConfiguration: { Subject: 'Your code', Message: 'It is {####}' },
  })
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await replaceRelease(portal, '**/assets/steps-*.js')
  await signIn(portal, email)
  await expect(portal.getByText('Your sign-in was not finished. Please start again.')).toBeVisible()
  await expect(portal.getByLabel('E-mail address')).toHaveValue(email)
})

test('reloads when an empty form gets the focus', async ({ portal, cognito }) => {
  const email = await cognito.createUser({ password })
  await portal.goto('/sign-in')
  await replaceRelease(portal, '**/assets/steps-*.js')
  const count = countLoads(portal)
  await portal.getByLabel('Password', { exact: true }).focus()
  await expect.poll(() => count.loads).toBe(1)
  await signIn(portal, email)
  await expectPage(portal, 'Your account')
})

test('does not reload once the user has typed', async ({ portal }) => {
  await portal.goto('/sign-in')
  await replaceRelease(portal, '**/assets/steps-*.js')
  const count = countLoads(portal)
  const gone = portal.waitForResponse(/steps-.*\.js/)
  // Filled without a pause, as by a password manager: the focus fetches the file.
  await portal.getByLabel('E-mail address').fill('ada@example.com')
  await portal.getByLabel('Password', { exact: true }).fill(password)
  expect((await gone).status()).toBe(404)
  await portal.waitForLoadState('networkidle')
  await expect(portal.getByLabel('E-mail address')).toHaveValue('ada@example.com')
  expect(count.loads).toBe(0)
})

test('keeps the page when a toast cannot be rendered', async ({ portal, cognito }) => {
  await cognito.call('UpdateUserPoolClient', {
    ClientId: cognito.clientId,
    ExplicitAuthFlows: ['ALLOW_USER_SRP_AUTH'],
    RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
  })
  const email = await cognito.createUser({ password, attributes: { given_name: 'Ada' } })
  await configure(portal, cognito, { profile: { attributes: ['email', 'given_name'] } })
  await portal.goto('/sign-in')
  await signIn(portal, email)
  await expectPage(portal, 'Your account')
  await replaceRelease(portal, '**/assets/Toasts-*.js')
  await portal.getByRole('button', { name: 'Change your details' }).click()
  await portal.getByLabel('First name').fill('Augusta')
  await portal.getByRole('button', { name: 'Save' }).click()
  await expect(portal.getByRole('definition').filter({ hasText: 'Augusta' })).toBeVisible()
  await expectPage(portal, 'Your account')
})

test('shows a message when the script of the page never loads', async ({ portal, axe }) => {
  await portal.clock.install()
  await portal.route('**/assets/main-*.js', (route) => route.fulfill({ status: 404 }))
  await portal.goto('/sign-in')
  const said = portal.getByText('This is taking long.')
  await expect(portal.getByLabel('E-mail address')).toBeVisible()
  await expect(said).toBeHidden()
  await portal.clock.fastForward(8000)
  await expect(said).toBeVisible()
  await portal.unroute('**/assets/main-*.js')
  await portal.getByRole('link', { name: 'load the page again' }).click()
  await expectPage(portal, 'Sign in')
  await axe()
})
