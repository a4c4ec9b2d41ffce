import type { Browser, Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { expectAccount, expectPage, password, signIn } from '#e2e/support/pages.ts'

const track = async (cognito: TestPool) =>
  cognito.call('SetUserPoolSessionConfiguration', {
    UserSessionTracking: 'ENABLED',
    TokenSession: { MaxPerUser: 20 },
  })

/** Signs in, and opens the sessions page. */
async function open(portal: Page, cognito: TestPool): Promise<string> {
  const email = await cognito.createUser({ password })
  await portal.goto('/account/sessions')
  await signIn(portal, email)
  await expectPage(portal, 'Sessions')
  return email
}

/** Signs the same user in, in another browser. */
async function signInElsewhere(browser: Browser, cognito: TestPool, email: string): Promise<Page> {
  const context = await browser.newContext({
    userAgent:
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15',
  })
  const json = await cognito.config()
  await context.route('**/portal.config.json', async (route) => route.fulfill({ json }))
  const page = await context.newPage()
  await page.goto(new URL('/account', test.info().project.use.baseURL).href)
  await signIn(page, email)
  await expectAccount(page, email)
  return page
}

test('lists the sessions, this one first, and ends another', async ({
  portal,
  cognito,
  browser,
  axe,
}) => {
  await track(cognito)
  const email = await open(portal, cognito)
  const other = await signInElsewhere(browser, cognito, email)
  await portal.reload()
  const rows = portal.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('This session')
  await expect(rows.last()).toContainText('Safari')
  await expect(rows.last()).toContainText('Active')
  await axe()

  await rows
    .last()
    .getByRole('button', { name: /^Sign out/ })
    .click()
  const dialog = portal.getByRole('alertdialog', { name: 'Sign out this session?' })
  await expect(dialog.getByRole('button', { name: 'Cancel' }).first()).toBeFocused()
  await axe()
  await cognito.faults({ operation: 'RevokeUserSession', times: 1, status: 500, body: 'no' })
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await axe()
  await dialog.getByRole('button', { name: 'Sign out' }).click()
  await expect(dialog).toBeHidden()
  await expect(portal.locator('.toast')).toHaveText('That session is signed out.')
  await expect(rows).toHaveCount(1)

  await other.reload()
  await expectPage(other, 'Sign in')
  await expect(
    other.getByText('You were signed out from another device, or by an administrator.'),
  ).toBeVisible()
  await other.context().close()
})

test('ends all other sessions at once', async ({ portal, cognito, browser }) => {
  await track(cognito)
  const email = await open(portal, cognito)
  const others = [
    await signInElsewhere(browser, cognito, email),
    await signInElsewhere(browser, cognito, email),
  ]
  await portal.reload()
  await portal.getByRole('button', { name: 'Sign out everywhere else' }).click()
  const dialog = portal.getByRole('alertdialog', { name: 'Sign out everywhere else?' })
  await dialog.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(portal.locator('.toast')).toHaveText('Every other session is signed out.')
  const rows = portal.getByRole('list', { name: 'Where you are signed in' }).getByRole('listitem')
  await expect(rows).toHaveCount(1)
  for (const other of others) {
    await other.reload()
    await expectPage(other, 'Sign in')
    await other.context().close()
  }
  await portal.reload()
  await expectPage(portal, 'Sessions')
})

test('says that the pool does not track sessions, and signs out everywhere', async ({
  portal,
  cognito,
  axe,
}) => {
  await open(portal, cognito)
  await expect(portal.getByText('This portal keeps no list of sessions.')).toBeVisible()
  await expect(portal.getByText('Stays signed in until')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Sign out everywhere' }).press('Enter')
  await expect(portal.getByRole('alertdialog')).toBeVisible()
  await axe()
  await portal.keyboard.press('Escape')
  await expect(portal.getByRole('button', { name: 'Sign out everywhere' })).toBeFocused()
  await portal.keyboard.press('Enter')
  await portal.keyboard.press('Tab')
  await portal.keyboard.press('Enter')
  await expectPage(portal, 'Sign in')
  await expect(portal.getByText('You have signed out.')).toBeVisible()
})

test('shows a failed request at its place, and can be tried again', async ({
  portal,
  cognito,
  axe,
}) => {
  await track(cognito)
  await cognito.faults({ operation: 'ListUserSessions', times: 3, status: 500, body: 'no' })
  await open(portal, cognito)
  await expect(portal.getByText('Your sessions could not be loaded')).toBeVisible()
  await axe()
  await portal.getByRole('button', { name: 'Try again' }).click()
  await expect(portal.getByText('Active')).toBeVisible()
})
