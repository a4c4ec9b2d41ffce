import type { Page } from '@playwright/test'
import { expect, test } from '#e2e/support/fixtures.ts'
import type { TestPool } from '#e2e/support/makeCognito.ts'
import { expectAccount, expectPage, newPassword, password, signIn } from '#e2e/support/pages.ts'

async function open(portal: Page, cognito: TestPool): Promise<string> {
  const email = await cognito.createUser({ password })
  await portal.goto('/account/password')
  await signIn(portal, email)
  await expectPage(portal, 'Password')
  await expect(portal.getByLabel('Current password')).toBeVisible()
  return email
}

async function change(portal: Page, before: string, after: string): Promise<void> {
  await portal.getByLabel('Current password').fill(before)
  await portal.getByLabel('New password').fill(after)
  await portal.getByRole('button', { name: 'Change password' }).click()
}

test('changes the password, and shows a wrong or weak one at its field', async ({
  portal,
  cognito,
  axe,
}) => {
  const email = await open(portal, cognito)
  await axe()
  await portal.getByRole('button', { name: 'Change password' }).click()
  await expect(portal.getByRole('alert')).toBeVisible()
  await expect(portal.getByLabel('Current password')).toHaveAttribute('aria-invalid', 'true')
  await axe()
  await change(portal, 'Wrong-Horse-1', newPassword)
  await expect(portal.getByText('That password is not right.').first()).toBeVisible()
  await expect(portal.getByLabel('New password')).toHaveValue(newPassword)
  await axe()
  await change(portal, password, newPassword)
  await expect(portal.getByText('Your password is changed.')).toBeVisible()
  await expect(portal.locator(':focus')).toContainText('Your password is changed.')
  await axe()
  await portal.getByRole('button', { name: 'Sign out', exact: true }).click()
  await signIn(portal, email, password)
  await expect(portal.getByRole('alert')).toBeVisible()
  await signIn(portal, email, newPassword)
  await expectAccount(portal, email)
})

for (const tracked of [true, false]) {
  const pool = tracked ? 'tracks sessions' : 'does not track sessions'
  test(`signs out all other sessions when the pool ${pool}`, async ({
    portal,
    cognito,
    browser,
  }) => {
    if (tracked) {
      await cognito.call('SetUserPoolSessionConfiguration', {
        UserSessionTracking: 'ENABLED',
        TokenSession: { MaxPerUser: 20 },
      })
    }
    const email = await open(portal, cognito)
    const context = await browser.newContext()
    const json = await cognito.config()
    await context.route('**/portal.config.json', async (route) => route.fulfill({ json }))
    const other = await context.newPage()
    await other.goto(new URL('/account', test.info().project.use.baseURL).href)
    await signIn(other, email)
    await expectAccount(other, email)

    await change(portal, password, newPassword)
    await portal.getByRole('button', { name: 'Sign out everywhere else' }).click()
    await expect(portal.locator('.toast')).toHaveText('Every other session is signed out.')
    await other.reload()
    await expectPage(other, 'Sign in')
    await context.close()
    await portal.getByRole('link', { name: 'Account', exact: true }).click()
    await expectAccount(portal, email)
    await portal.reload()
    await expectAccount(portal, email)
  })
}

test('asks for the second factor to sign out elsewhere, and signs out when it is cancelled', async ({
  portal,
  cognito,
  axe,
}) => {
  const EmailMfaConfiguration = { Subject: 'Your code', Message: 'It is {####}' }
  const email = await open(portal, cognito)
  await cognito.call('SetUserPoolMfaConfig', { MfaConfiguration: 'ON', EmailMfaConfiguration })
  await change(portal, password, newPassword)
  const begin = portal.getByRole('button', { name: 'Sign out everywhere else' })
  await begin.click()
  const dialog = portal.getByRole('dialog', { name: 'Go on here' })
  await axe()
  await dialog.getByLabel('Code').fill(await cognito.mail(email))
  await dialog.getByRole('button', { name: 'Go on' }).click()
  await expect(portal.locator('.toast')).toHaveText('Every other session is signed out.')
  await expect(dialog).toBeHidden()

  await portal.reload()
  await change(portal, newPassword, password)
  await begin.click()
  await expect(dialog.getByLabel('Code')).toBeVisible()
  await portal.keyboard.press('Escape')
  await expectPage(portal, 'Sign in')
})
